package org.handbill.server.submit.guard;

import java.time.Duration;
import org.handbill.server.store.Buckets.Rate;

/**
 * How many submissions are taken. A shelter, a library or a whole mobile network may stand behind
 * one address, so the limits of addresses leave room for a room full of people signing up.
 *
 * @param address from one address: IPv4 as it is, IPv6 by its first 64 bits
 * @param neighbourhood from the addresses around it: 24 bits of IPv4, 48 of IPv6
 * @param addressSteps pages with a button for one address: cheaper to come by than proof of work
 * @param neighbourhoodSteps likewise, around it
 * @param email for one e-mail address
 * @param member from one member's pages
 * @param total in all
 */
public record Limits(
    Rate address,
    Rate neighbourhood,
    Rate addressSteps,
    Rate neighbourhoodSteps,
    Rate email,
    Rate member,
    Rate total) {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** What a server starts with. */
  public static final Limits USUAL =
      new Limits(
          new Rate(30, WINDOW),
          new Rate(300, WINDOW),
          new Rate(15, WINDOW),
          new Rate(60, WINDOW),
          new Rate(10, DAY),
          new Rate(2_000, HOUR),
          new Rate(10_000, HOUR));
}
