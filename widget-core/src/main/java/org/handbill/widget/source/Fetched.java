package org.handbill.widget.source;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.SourceBytes;

/** How a fetch ended. */
sealed interface Fetched {

  /** Characters of one placeholder. */
  int MAX_SHOWN = 100;

  /**
   * The content came.
   *
   * @param validators for the next fetch of the same address
   * @param finalUri where the content was found after redirects, without a fragment
   */
  record Fresh(SourceBytes bytes, Validators validators, URI finalUri) implements Fetched {}

  /** The server says that the content is still the one that the validators came with. */
  record Unchanged() implements Fetched {}

  /**
   * There is no content, or none that is taken.
   *
   * @param key of the message that says why and what to do
   * @param args its placeholders, of which some come from outside; none holds a query or a password
   * @param retryAfter the field of that name, as it was sent
   */
  record Refused(String key, List<String> args, Optional<String> retryAfter) implements Fetched {

    /** The same, from a server that says when to come again. */
    Refused until(Optional<String> field) {
      return new Refused(key, args, field);
    }
  }

  /** A refusal, with what came from outside cut to a length that a message can bear. */
  static Refused refused(String key, String... args) {
    return new Refused(key, Stream.of(args).map(Fetched::shown).toList(), Optional.empty());
  }

  private static String shown(String arg) {
    return arg.length() <= MAX_SHOWN ? arg : arg.substring(0, MAX_SHOWN) + "…";
  }
}
