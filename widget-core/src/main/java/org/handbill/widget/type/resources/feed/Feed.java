package org.handbill.widget.type.resources.feed;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;

/**
 * A feed, whatever it was written in.
 *
 * @param title one line; may be empty
 * @param entries in the feed's order
 * @param without how many entries had no address that can be followed
 * @param cut whether it breaks off, so that there may have been more
 */
record Feed(String title, List<Entry> entries, int without, boolean cut) {

  private static final int LONGEST_SUMMARY = 600;
  private static final int SHORTENED = 300;

  /** WordPress names every tag of a post as a category; the categories come first. */
  private static final int MOST_CATEGORIES = 5;

  Feed {
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param categories one line each; none of them empty
   */
  record Entry(Item item, List<String> categories) {}

  /**
   * What an entry says, before it is fit to be shown.
   *
   * @param title HTML or text; may be empty
   * @param summary HTML; may be empty
   * @param content HTML, in place of a summary; may be empty
   * @param base what addresses in the summary are relative to, where that is stated; else it is the
   *     main link
   * @param links where it leads, the main link first; at least one
   * @param categories as they are named; those beyond the first few count as mere words
   * @param picture of what the entry is about
   */
  record Raw(
      String title,
      String summary,
      String content,
      Optional<URI> base,
      List<Link> links,
      Optional<Language> language,
      Optional<LocalDate> updated,
      Optional<String> organization,
      List<String> categories,
      Optional<URI> picture) {

    Raw {
      links = List.copyOf(links);
      categories =
          categories.stream()
              .map(PlainText::line)
              .filter(name -> !name.isEmpty())
              .distinct()
              .limit(MOST_CATEGORIES)
              .toList();
    }

    Entry entry() {
      Link main = links.get(0);
      RichText text = text(base.orElse(main.url()));
      String words = Feed.words(title, main.url());
      String shown =
          !words.isEmpty()
              ? Titles.fromText(words)
              : text.isEmpty()
                  ? Titles.fromAddress(main.url())
                  : Titles.fromText(firstSentence(text.text()));
      return new Entry(
          new Item(
              shown,
              main.url(),
              links.subList(1, links.size()),
              words.isEmpty() ? rest(text, shown) : text,
              language.or(() -> LanguageHints.named(shown)).or(() -> LanguageHints.written(shown)),
              main.kind() == Kind.PAGE ? Kind.of(main.url(), "", shown) : main.kind(),
              new Item.Facts(
                  organization,
                  updated,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  picture)),
          categories);
    }

    /** The summary, or the beginning of the content where there is none or a long one. */
    private RichText text(URI relativeTo) {
      RichText said = clean(summary, relativeTo);
      if (!said.isEmpty() && said.text().length() <= LONGEST_SUMMARY) {
        return said;
      }
      String whole = said.isEmpty() ? clean(content, relativeTo).text() : said.text();
      return RichText.plain(shortened(whole));
    }

    private static RichText clean(String html, URI relativeTo) {
      return RichText.clean(FirstAppearance.without(html), relativeTo);
    }

    /**
     * What a text says besides its first sentence, where that is the title. All of it where the
     * title had to be cut short, and where the rest has links.
     */
    private static RichText rest(RichText text, String title) {
      String first = firstSentence(text.text());
      if (!first.startsWith(title)) {
        return text;
      }
      String rest = text.text().substring(first.length()).strip();
      return !rest.isEmpty() && text.html().contains("<a ") ? text : RichText.plain(rest);
    }

    private static String firstSentence(String text) {
      return text.split("(?<=[.!?。؟])\\s", 2)[0];
    }

    private static String shortened(String text) {
      if (text.length() <= SHORTENED) {
        return text;
      }
      int space = text.lastIndexOf(' ', SHORTENED);
      int end = space > 0 ? space : SHORTENED;
      return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
          + "…";
    }
  }

  /** The words of what may be HTML. */
  static String words(String html, URI base) {
    return html.indexOf('<') >= 0 || html.indexOf('&') >= 0
        ? RichText.clean(html, base).text()
        : PlainText.line(html);
  }

  /** Puts a feed together. */
  static Feed of(String title, List<Raw> entries, boolean cut) {
    List<Entry> read = new ArrayList<>();
    int without = 0;
    for (Raw raw : entries) {
      if (raw.links().isEmpty()) {
        without++;
      } else {
        read.add(raw.entry());
      }
    }
    return new Feed(title, read, without, cut);
  }
}
