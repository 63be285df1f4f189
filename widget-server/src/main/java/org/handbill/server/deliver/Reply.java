package org.handbill.server.deliver;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbill.widget.source.GuardedClient.Answer;
import org.handbill.widget.source.GuardedClient.NoResponse;
import org.handbill.widget.source.GuardedClient.Response;
import org.handbill.widget.source.RetryAfter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a platform answered to one request, and what that means for the queue: 2xx was taken; 410
 * wants nothing more; what an operator or time can mend is for later; any other 4xx is for good.
 *
 * @param who the platform's name
 * @param personal what the platform may echo and an outcome never repeats
 */
record Reply(String who, Answer answer, Clock clock, Collection<String> personal) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z_ -]{1,60}");

  /** The status; 0 where there was no answer. */
  int status() {
    return answer instanceof Response response ? response.status() : 0;
  }

  /** True for any status of 200 to 299. */
  boolean taken() {
    return status() / 100 == 2;
  }

  /** The body as JSON; a missing node where it is none. */
  JsonNode json() {
    if (!(answer instanceof Response response)) {
      return MissingNode.getInstance();
    }
    try {
      String text = new String(response.body(), StandardCharsets.UTF_8);
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** The text at a place of the body; nothing where there is none. */
  String text(String pointer) {
    return json().at(JsonPointer.compile(pointer)).asString("");
  }

  /** What it means, told by the status alone. */
  Outcome outcome() {
    return outcome("");
  }

  /**
   * What it means.
   *
   * @param code where the platform's code for what is wrong stands in the body; it is told when it
   *     looks like one and is nothing that a person typed
   */
  Outcome outcome(String code) {
    if (answer instanceof NoResponse none) {
      return new Outcome.Later(none.reason(), Optional.empty());
    }
    int status = status();
    String said = who + " answered " + status + named(code);
    if (taken()) {
      return new Outcome.Delivered();
    }
    return switch (status) {
      case 401, 403 -> later(said + ": it does not take our key.");
      case 402 -> later(said + ": its account has run out.");
      case 404, 405 -> later(said + ": what we ask for is not there. Check the address and ids.");
      case 408, 425, 429 -> later(said + ".");
      case 410 -> new Outcome.Gone(said + ": it wants nothing more.");
      default -> {
        if (status >= 500) {
          yield later(said + ".");
        }
        yield status < 400
            ? later(said + ", a redirect, which is not followed. Write the final address.")
            : new Outcome.Refused(said + ".");
      }
    };
  }

  /** As {@link #outcome(String)} of something to be removed: what is not there has been. */
  Outcome removal(String code) {
    return status() == 404 || status() == 410 ? new Outcome.Delivered() : outcome(code);
  }

  private Outcome later(String reason) {
    return new Outcome.Later(reason, wait(clock.instant()));
  }

  private String named(String code) {
    String found = text(code);
    String lower = found.toLowerCase(Locale.ROOT);
    boolean echo =
        personal.stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .anyMatch(value -> !value.isEmpty() && lower.contains(value));
    return CODE.matcher(found).matches() && !echo ? " (" + found + ")" : "";
  }

  private Optional<Duration> wait(Instant now) {
    return answer instanceof Response response
        ? response.retryAfter().flatMap(field -> RetryAfter.wait(field, now))
        : Optional.empty();
  }
}
