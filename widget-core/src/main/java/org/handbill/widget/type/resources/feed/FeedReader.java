package org.handbill.widget.type.resources.feed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.SourceText;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;

/**
 * Reads the newest entries of a feed: RSS 2.0 and its forebears, RSS 1.0, Atom (RFC 4287), JSON
 * Feed 1.0 and 1.1. Stateless.
 *
 * @param limit how many entries at most
 * @param byCategory true for a group for each category, an entry in each of its own, and those that
 *     have none under the feed's title; false for one group under that
 */
public record FeedReader(int limit, boolean byCategory) implements SourceReader {

  /** How many entries there are where the file does not say. */
  public static final int USUAL_LIMIT = 50;

  private static final int MOST_BYTES = 2 * 1024 * 1024;

  /** The encoding that an XML declaration states (XML 1.0, 4.3.3). */
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]{1,40})[\"']");

  private static final int PROLOGUE = 4096;

  /** True for what is plainly a feed, whatever it was taken for. */
  public static boolean recognizes(SourceBytes source) {
    return FeedStart.is(source);
  }

  @Override
  public List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException {
    if (source.bytes().length > MOST_BYTES) {
      throw new UnreadableSourceException("feed.too-large", MOST_BYTES);
    }
    String text = text(source).stripLeading();
    Feed feed =
        text.startsWith("{")
            ? JsonFeed.read(text, source.base())
            : XmlFeed.read(text, source.base());
    if (feed.without() > 0) {
      remarks.add("feed.no-address", feed.without());
    }
    if (feed.cut()) {
      remarks.add("feed.cut");
    }
    List<Feed.Entry> newest =
        feed.entries().stream()
            .sorted(
                Comparator.comparing(
                    (Feed.Entry entry) -> entry.item().facts().updated().orElse(null),
                    Comparator.nullsLast(Comparator.reverseOrder())))
            .limit(limit)
            .toList();
    return byCategory ? byCategory(feed.title(), newest) : oneGroup(feed.title(), newest);
  }

  /** What is dated after tomorrow goes behind the rest: nothing can have changed then. */
  @Override
  public List<Group> asOf(LocalDate today, List<Group> groups) {
    Comparator<Item> order = Comparator.comparing(item -> item.facts().isAhead(today));
    return groups.stream()
        .map(group -> new Group(group.title(), group.items().stream().sorted(order).toList()))
        .toList();
  }

  private static String text(SourceBytes source) {
    String prologue =
        new String(
            source.bytes(),
            0,
            Math.min(source.bytes().length, PROLOGUE),
            StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(prologue);
    String type = source.mediaType().orElse("").toLowerCase(Locale.ROOT);
    boolean own = declared.find() && !type.contains("charset");
    SourceBytes told =
        own
            ? new SourceBytes(
                source.bytes(),
                Optional.of("text/xml;charset=" + declared.group(1)),
                source.base(),
                source.modified())
            : source;
    return PlainText.tidy(SourceText.of(told));
  }

  private static List<Group> oneGroup(String title, List<Feed.Entry> entries) {
    return entries.isEmpty()
        ? List.of()
        : List.of(new Group(title, entries.stream().map(Feed.Entry::item).toList()));
  }

  private static List<Group> byCategory(String title, List<Feed.Entry> entries) {
    Map<String, List<Item>> groups = new LinkedHashMap<>();
    for (Feed.Entry entry : entries) {
      List<String> own = entry.categories().isEmpty() ? List.of(title) : entry.categories();
      own.forEach(name -> groups.computeIfAbsent(name, any -> new ArrayList<>()).add(entry.item()));
    }
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }
}
