package org.handbill.server.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.handbill.server.store.Deliveries;
import org.handbill.server.store.Deliveries.End;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Queue;
import org.handbill.server.store.Queue.Next;
import org.handbill.server.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells channels what the queue says, one delivery a call. What fails is tried again by the {@link
 * Backoff}; what fails for good is put aside, with its reason, until an operator replays it.
 * Thread-safe.
 */
public final class Deliverer implements Queue.Job {

  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
  private static final Duration WHILE_BUSY = Duration.ofSeconds(2);

  private final Deliveries deliveries;
  private final Function<String, Optional<Channel>> channels;
  private final Clock clock;
  private final Backoff backoff;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  /**
   * @param channels the channel of an id, as the network's files have it now
   */
  public Deliverer(
      Deliveries deliveries, Function<String, Optional<Channel>> channels, Clock clock) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.clock = clock;
    this.backoff = new Backoff(RandomGenerator.getDefault());
  }

  @Override
  public Next run(String id) throws StoreUnavailableException {
    Optional<String> name = deliveries.channel(id);
    if (name.isEmpty()) {
      return new Next.Done();
    }
    Optional<Channel> channel = channels.apply(name.get());
    if (channel.isEmpty()) {
      return putAside(id, name.get(), "the network's files no longer have this channel");
    }
    Optional<String> disabled = deliveries.disabled(name.get());
    if (disabled.isPresent()) {
      return putAside(id, name.get(), disabled.get());
    }
    Lane lane = lanes.computeIfAbsent(name.get(), key -> new Lane());
    Optional<Instant> rest = lane.rest(clock.instant());
    if (rest.isPresent()) {
      return new Next.Again(backoff.soonAfter(rest.get(), WHILE_BUSY));
    }
    if (!lane.enter()) {
      return new Next.Again(backoff.soonAfter(clock.instant(), WHILE_BUSY));
    }
    try {
      return attempt(id, channel.get(), lane);
    } finally {
      lane.leave();
    }
  }

  private Next attempt(String id, Channel channel, Lane lane) throws StoreUnavailableException {
    Optional<Deliveries.Attempt> attempt = deliveries.begin(id);
    if (attempt.isEmpty()) {
      return new Next.Done();
    }
    String name = attempt.get().delivery().channel();
    if (attempt.get().delivery().test()) {
      return rehearse(id, channel, attempt.get().delivery());
    }
    Outcome outcome = channel.deliver(attempt.get().delivery());
    if (outcome instanceof Outcome.Delivered) {
      lane.succeeded();
      deliveries.end(id, End.DELIVERED, "");
      return new Next.Done();
    }
    if (outcome instanceof Outcome.Later later) {
      return later(id, name, attempt.get().attempts(), later, lane);
    }
    if (outcome instanceof Outcome.Unsure unsure) {
      Outcome.Later again = new Outcome.Later(unsure.reason(), Optional.empty());
      return later(id, name, attempt.get().attempts(), again, lane);
    }
    if (outcome instanceof Outcome.Gone gone) {
      deliveries.disable(name, gone.reason());
      LOG.error(
          "{} asked never to be called again ({}). Its deliveries are put aside; see the command"
              + " 'deliveries'.",
          name,
          gone.reason());
      return putAside(id, name, gone.reason());
    }
    lane.succeeded(); // it is there, it only does not want this one
    return putAside(id, name, ((Outcome.Refused) outcome).reason());
  }

  private Next rehearse(String id, Channel channel, Delivery test)
      throws StoreUnavailableException {
    String came = reason(channel.rehearse(test));
    deliveries.end(id, End.TESTED, came);
    LOG.info("A test reached {}, and no list there: {}", test.channel(), came);
    return new Next.Done();
  }

  private static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Later later) {
      return later.reason();
    }
    if (outcome instanceof Outcome.Refused refused) {
      return refused.reason();
    }
    if (outcome instanceof Outcome.Unsure unsure) {
      return unsure.reason();
    }
    return outcome instanceof Outcome.Gone gone ? gone.reason() : "taken";
  }

  private Next later(String id, String name, int attempts, Outcome.Later later, Lane lane)
      throws StoreUnavailableException {
    Instant now = clock.instant();
    lane.failed(now, later.after());
    Optional<Instant> next = backoff.next(now, attempts, later.after());
    if (next.isEmpty()) {
      return putAside(id, name, later.reason());
    }
    LOG.warn("{} could not be told (attempt {}): {}", name, attempts, later.reason());
    deliveries.failed(id, later.reason());
    return new Next.Again(next.get());
  }

  private Next putAside(String id, String name, String reason) throws StoreUnavailableException {
    deliveries.end(id, End.DEAD, reason);
    LOG.error("A delivery to {} is put aside: {}. Its id: {}", name, reason, id);
    return new Next.Done();
  }
}
