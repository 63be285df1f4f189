package org.handbill.server.deliver;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What an attempt means that did not succeed (RFC 5321, 4.2.1): 4yz is for later; 5yz of the
 * recipient or of the mail is for good. What is the operator's to mend is for later: the way to the
 * server, our login, our own address. The server's own words are never repeated, since they often
 * hold the address.
 */
final class SmtpFailure {

  private SmtpFailure() {}

  /** While the connection was made. */
  static Outcome connecting(MessagingException failure) {
    if (has(failure, AuthenticationFailedException.class)) {
      return later("The mail server does not take our user name and password.");
    }
    if (has(failure, UnknownHostException.class)) {
      return later("The mail server's name is not known.");
    }
    if (has(failure, SocketTimeoutException.class)) {
      return later("The mail server did not answer in time.");
    }
    if (has(failure, SSLException.class)) {
      return later("There is no safe way to the mail server: its certificate was not accepted.");
    }
    return String.valueOf(failure.getMessage()).contains("STARTTLS")
        ? later("The mail server offers no STARTTLS. Only ?starttls=optional would go without.")
        : later("The mail server cannot be reached, or takes no connection.");
  }

  /**
   * While the mail was handed over.
   *
   * @param whole whether all of it had left us, so that only the answer was wanting
   */
  static Outcome sending(MessagingException failure, boolean whole) {
    Optional<Integer> recipient =
        first(failure, SMTPAddressFailedException.class)
            .map(SMTPAddressFailedException::getReturnCode);
    if (recipient.isPresent()) {
      return answered("the recipient", recipient.get());
    }
    Optional<Integer> sender =
        first(failure, SMTPSenderFailedException.class)
            .map(SMTPSenderFailedException::getReturnCode)
            .or(
                () ->
                    first(failure, SMTPSendFailedException.class)
                        .filter(failed -> String.valueOf(failed.getCommand()).startsWith("MAIL"))
                        .map(SMTPSendFailedException::getReturnCode));
    if (sender.isPresent()) {
      return later("The mail server answered " + sender.get() + " to our own address.");
    }
    return first(failure, SMTPSendFailedException.class)
        .map(SMTPSendFailedException::getReturnCode)
        .filter(code -> code > 0)
        .map(code -> answered("the mail", code))
        .orElseGet(
            () ->
                whole
                    ? new Outcome.Unsure("The mail server broke off before it answered.")
                    : later("The connection to the mail server broke off."));
  }

  private static Outcome answered(String what, int code) {
    String reason = "The mail server answered " + code + " to " + what + ".";
    boolean forGood = code >= 500 && code <= 599 && code != 530; // 530: a login is wanted
    return forGood ? new Outcome.Refused(reason) : later(reason);
  }

  static Outcome later(String reason) {
    return new Outcome.Later(reason, Optional.empty());
  }

  private static boolean has(Exception failure, Class<?> kind) {
    return chain(failure).anyMatch(kind::isInstance);
  }

  private static <T> Optional<T> first(Exception failure, Class<T> kind) {
    return chain(failure).filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The failure and all that led to it; the mail library has a chain of its own. */
  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(
            Optional.of(failure), Optional::isPresent, one -> one.flatMap(SmtpFailure::cause))
        .flatMap(Optional::stream);
  }

  private static Optional<Throwable> cause(Throwable failure) {
    return failure instanceof MessagingException mail
        ? Optional.ofNullable(mail.getNextException())
        : Optional.ofNullable(failure.getCause());
  }
}
