package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.RichText;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An item that is still being put together. */
final class Draft {

  /**
   * A link and the words that say something about it.
   *
   * @param around words after it and above its column
   */
  record Ref(Anchor anchor, String around) {}

  private final List<Ref> refs = new ArrayList<>();
  private final List<Token> summary = new ArrayList<>();
  private @Nullable String title;

  /** Whether what follows, up to the next heading, belongs to it. */
  private final boolean headed;

  Draft(@Nullable String title, boolean headed) {
    this.title = title;
    this.headed = headed;
  }

  @Nullable String title() {
    return title;
  }

  void title(@Nullable String words) {
    title = words;
  }

  boolean headed() {
    return headed;
  }

  /** The first link is the main one. */
  void add(Ref ref) {
    for (int i = 0; i < refs.size(); i++) {
      Anchor known = refs.get(i).anchor();
      if (known.url().equals(ref.anchor().url())) {
        if (known.text().isEmpty() && !ref.anchor().text().isEmpty()) {
          refs.set(i, ref);
        }
        return;
      }
    }
    refs.add(ref);
  }

  List<Ref> refs() {
    return refs;
  }

  void summarize(List<Token> words) {
    if (!words.isEmpty()) {
      summary.add(Token.Break.PARAGRAPH);
      summary.addAll(words);
    }
  }

  boolean summarized() {
    return !summary.isEmpty();
  }

  URI url() {
    return refs.get(0).anchor().url();
  }

  /** Takes over the links and the words of another draft for the same entry. */
  void absorb(Draft other) {
    other.refs.forEach(this::add);
    summary.addAll(other.summary);
  }

  Item finish(Optional<Language> ofGroup, Optional<Language> ofPage, String pageTag) {
    Ref main = refs.get(0);
    String name = title == null ? ownTitle(main.anchor()) : title;
    RichText about = Summaries.of(summary, name);
    String words = name + " " + main.around();
    List<Link> links = new ArrayList<>();
    Set<URI> seen = new HashSet<>(Set.of(main.anchor().url()));
    for (Ref ref : refs.subList(1, refs.size())) {
      if (seen.add(ref.anchor().url())) {
        String text = ownTitle(ref.anchor());
        links.add(
            new Link(
                text,
                ref.anchor().url(),
                kind(ref, text),
                language(ref, text, pageTag).or(() -> ofGroup)));
      }
    }
    Optional<Language> language =
        language(main, name, pageTag)
            .or(() -> LanguageHints.named(main.anchor().text()))
            .or(() -> ofGroup)
            .or(() -> ofPage);
    return new Item(
        name, main.anchor().url(), links, about, language, kind(main, words), updated());
  }

  static String ownTitle(Anchor anchor) {
    String text = anchor.text().isEmpty() ? anchor.described() : anchor.text();
    String trimmed = Titles.fromText(Titles.trimmed(text));
    return trimmed.isEmpty() ? Titles.fromAddress(anchor.url()) : trimmed;
  }

  private static Kind kind(Ref ref, String words) {
    String said = words.equals(ref.anchor().text()) ? words : words + " | " + ref.anchor().text();
    Kind kind = Kind.of(ref.anchor().url(), ref.anchor().element().attr("type"), said);
    return kind == Kind.PAGE
        ? Kind.of(ref.anchor().url(), "", ref.anchor().text() + ref.around())
        : kind;
  }

  private static Optional<Language> language(Ref ref, String words, String pageTag) {
    Element element = ref.anchor().element();
    return Language.parse(element.attr("hreflang").strip())
        .or(() -> marked(element, pageTag))
        .or(() -> LanguageHints.named(words))
        .or(() -> LanguageHints.named(ref.around()))
        .or(
            () ->
                LanguageHints.written(ref.anchor().text().isEmpty() ? words : ref.anchor().text()));
  }

  /** The language that the nearest {@code lang} states, unless it only repeats the page's. */
  private static Optional<Language> marked(Element element, String pageTag) {
    for (Element part = element; part != null; part = part.parent()) {
      String tag = part.attr("lang").strip();
      if (!tag.isEmpty() && !part.normalName().equals("html")) {
        return tag.equalsIgnoreCase(pageTag) ? Optional.empty() : Language.parse(tag);
      }
    }
    Element inner = element.selectFirst("[lang]");
    return inner == null ? Optional.empty() : Language.parse(inner.attr("lang").strip());
  }

  private Optional<LocalDate> updated() {
    for (Token token : summary) {
      if (token instanceof Token.Words words) {
        for (Element mark : words.marks()) {
          String stamp = mark.attr("datetime").strip();
          if (mark.normalName().equals("time") && stamp.length() >= 10) {
            try {
              return Optional.of(LocalDate.parse(stamp.substring(0, 10)));
            } catch (DateTimeParseException other) {
              continue;
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
