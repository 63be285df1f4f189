package org.handbill.server.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.handbill.server.store.OptIns;
import org.handbill.server.store.OptIns.Claim;
import org.handbill.server.store.Queue;
import org.handbill.server.store.Queue.Next;
import org.handbill.server.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the confirmation mail for a sign-up, if one is needed and allowed. It goes on trying for as
 * long as the sign-up waits. Thread-safe.
 */
public final class Confirmations implements Queue.Job {

  private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);
  private static final Duration SPREAD = Duration.ofSeconds(10);

  private final OptIns optIns;
  private final Function<Claim.Send, Mail> composer;
  private final Mailer mailer;
  private final Clock clock;
  private final Lane lane = new Lane();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

  /**
   * @param composer writes the mail
   */
  public Confirmations(
      OptIns optIns, Function<Claim.Send, Mail> composer, Mailer mailer, Clock clock) {
    this.optIns = optIns;
    this.composer = composer;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Override
  public Next run(String signupId) throws StoreUnavailableException {
    Optional<Instant> rest = lane.rest(clock.instant());
    if (rest.isPresent()) {
      return new Next.Again(backoff.soonAfter(rest.get(), SPREAD));
    }
    Claim claim = optIns.claim(signupId);
    if (claim instanceof Claim.Wait wait) {
      return new Next.Again(backoff.soonAfter(wait.until(), SPREAD));
    }
    return claim instanceof Claim.Send mail ? send(mail) : new Next.Done();
  }

  private Next send(Claim.Send claim) throws StoreUnavailableException {
    Outcome outcome = mailer.send(composer.apply(claim));
    if (outcome instanceof Outcome.Delivered) {
      lane.succeeded();
      optIns.sent(claim);
      return new Next.Done();
    }
    if (outcome instanceof Outcome.Unsure unsure) {
      LOG.warn("A confirmation mail may or may not have been taken: {}", unsure.reason());
      return new Next.Again(clock.instant()); // the claim says until when to wait
    }
    optIns.notSent(claim);
    if (outcome instanceof Outcome.Later later) {
      lane.failed(clock.instant(), later.after());
      LOG.warn("A confirmation mail could not be sent yet: {}", later.reason());
      Instant rest = lane.rest(clock.instant()).orElse(clock.instant());
      return new Next.Again(backoff.soonAfter(rest, SPREAD));
    }
    LOG.warn("A confirmation mail cannot be sent: {}", reason(outcome));
    return new Next.Done();
  }

  private static String reason(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.reason() : "the server is gone";
  }
}
