package org.handbill.server.deliver;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.handbill.widget.source.GuardedClient;

/**
 * By what channels reach the world.
 *
 * @param http sends their requests; whoever made it closes it
 * @param mailer sends mails; empty where there is none, so that no mail channel works
 * @param environment the value of an environment variable, which may be empty or absent
 * @param clock tells when a webhook is signed and how far off a date is
 */
public record Connections(
    GuardedClient http,
    Optional<Mailer> mailer,
    Function<String, Optional<String>> environment,
    Clock clock) {}
