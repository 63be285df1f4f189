package org.handbill.widget.type.resources.feed;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.SourceText;

/** Tells by its beginning alone whether something is a feed. */
final class FeedStart {

  private static final int BEGINNING = 8 * 1024;

  /** What PHP writes in front of a page that it is not content with. */
  private static final String COMPLAINTS =
      "(?:(?:<br\\s*/?>\\s*+)?(?:<b>)?(?:Warning|Notice|Deprecated|Strict Standards)(?:</b>)?:"
          + "[^\\n]{0,1000}+\\s*+){0,10}+";

  /**
   * The start of a feed's root element, after a declaration, comments and style sheets. Nothing is
   * tried twice: pages with many comments come by here.
   */
  private static final Pattern ROOT =
      Pattern.compile(
          "\\A\\s*"
              + COMPLAINTS
              + "(?>(?:<\\?[^>]{0,500}>|<!--.{0,2000}?-->|<!DOCTYPE[^>]{0,500}>)\\s*){0,20}+"
              + "<(?:[\\w.-]{1,40}:)?(?:rss|feed|rdf)[\\s>]",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern JSON_FEED =
      Pattern.compile("\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed\\.org");

  private FeedStart() {}

  static boolean is(SourceBytes source) {
    byte[] bytes = source.bytes();
    String start =
        SourceText.of(
            new SourceBytes(
                Arrays.copyOf(bytes, Math.min(BEGINNING, bytes.length)),
                source.mediaType(),
                source.base(),
                source.modified()));
    return ROOT.matcher(start).lookingAt()
        || (start.stripLeading().startsWith("{") && JSON_FEED.matcher(start).find());
  }
}
