package org.handbill.server.deliver;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;

/**
 * {@code mail}: a mail to the staff for each event, in the network's first language. Nothing of a
 * person stands in the subject. Where one of several addresses fails, all are written to again.
 */
final class StaffMailChannel implements Channel {

  private static final Messages MESSAGES = Messages.beside(StaffMailChannel.class);
  private static final URI NO_BASE = URI.create("about:blank");

  private final Mailer mailer;
  private final List<String> to;
  private final Messages.Texts texts;

  StaffMailChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    this.mailer =
        connections
            .mailer()
            .orElseThrow(() -> new UnreadyException("There is nothing here to send mails with."));
    this.to = settings.list("to");
    Language language = settings.language();
    this.texts = MESSAGES.in(language);
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return send(delivery, subject(delivery));
  }

  /** Sends the mail, marked as a test: a mail is no list. */
  @Override
  public Outcome rehearse(Delivery delivery) {
    return send(delivery, texts.format("staff.test", subject(delivery)));
  }

  @Override
  public Outcome probe() {
    return mailer.probe();
  }

  private Outcome send(Delivery delivery, String subject) {
    String text = text(delivery);
    Outcome worst = new Outcome.Delivered();
    for (String address : to) {
      Mail mail =
          new Mail(
              address,
              texts.language().tag(),
              subject,
              text,
              html(text),
              Map.of("X-Handbill-Delivery", delivery.id()));
      Outcome outcome = known(mailer.send(mail));
      boolean worse = worst instanceof Outcome.Delivered || outcome instanceof Outcome.Later;
      worst = worse ? outcome : worst;
    }
    return worst;
  }

  /** The staff may read a mail twice rather than not at all. */
  private static Outcome known(Outcome outcome) {
    return outcome instanceof Outcome.Unsure unsure
        ? new Outcome.Later(unsure.reason(), Optional.empty())
        : outcome;
  }

  private String subject(Delivery delivery) {
    return switch (delivery.event()) {
      case SIGNUP ->
          texts.format("staff.signup.subject", PlainText.line(delivery.person().widget()));
      case UNSUBSCRIBE -> texts.get("staff.unsubscribe.subject");
      case ERASE -> texts.get("staff.erase.subject");
    };
  }

  private String text(Delivery delivery) {
    Person person = delivery.person();
    return switch (delivery.event()) {
      case SIGNUP -> signup(person);
      case UNSUBSCRIBE -> texts.format("staff.unsubscribe.text", person.email());
      case ERASE -> texts.format("staff.erase.text", person.email());
    };
  }

  private String signup(Person person) {
    StringBuilder text =
        new StringBuilder(texts.format("staff.signup.text", person.widget())).append("\n\n");
    person.values().forEach((name, value) -> line(text, name, value));
    line(text, texts.get("staff.member"), person.member());
    line(text, texts.get("staff.source"), person.source());
    line(text, texts.get("staff.language"), person.language());
    text.append('\n');
    String wording = RichText.clean(person.consent().text(), NO_BASE).text();
    line(text, texts.get("staff.consent"), wording);
    line(text, texts.get("staff.given"), person.consent().givenAt());
    line(text, texts.get("staff.confirmed"), person.consent().confirmedAt());
    return text.toString();
  }

  /** One line, whatever was typed, so that no value can pass for another. */
  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(PlainText.line(value)).append('\n');
    }
  }

  private String html(String text) {
    return "<!doctype html><html lang=\""
        + texts.language().tag()
        + "\" dir=\""
        + texts.language().dir()
        + "\"><meta charset=\"utf-8\"><body>"
        + RichText.plain(text).html()
        + "</body></html>";
  }
}
