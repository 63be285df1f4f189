package org.handbill.widget.type.resources.page.outline;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.FactHints;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.block.Anchor;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.block.Token;
import org.handbill.widget.type.resources.page.dom.PictureWords;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.mark.Covers;
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

  private static final Pattern ALSO =
      Pattern.compile("(?iu)(?<!\\p{L})(?:also|available|también|disponible)(?!\\p{L})");

  private final Map<URI, Ref> refs = new LinkedHashMap<>();
  private final List<Token> summary = new ArrayList<>();
  private @Nullable String title;

  /** Whether what follows, up to the next heading, belongs to it. */
  private final boolean headed;

  /** Whether a heading above it alone would name it better. */
  private boolean weak;

  /** Whether its link stands within other words rather than at their start. */
  private boolean within;

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

  void setWeak(boolean named) {
    weak = named;
  }

  boolean weak() {
    return weak;
  }

  boolean headed() {
    return headed;
  }

  boolean within() {
    return within;
  }

  void setWithin() {
    within = true;
  }

  /** True where nothing but an address is its title. */
  boolean addressed() {
    return title != null
        && Titles.addressLike(title)
        && Titles.trimmed(first().anchor().text()).equals(title);
  }

  /** True where numbers and mail addresses are all that it leads to. */
  boolean contactsOnly() {
    return refs.values().stream().allMatch(ref -> ref.anchor().contact());
  }

  /** True for a link on a picture that nothing describes; a sign set as a letter is no picture. */
  boolean pictured() {
    Anchor anchor = first().anchor();
    return title == null
        && anchor.text().isEmpty()
        && anchor.described().isEmpty()
        && anchor.element().selectFirst(Selectors.SIGN) == null;
  }

  /** The first link is the main one. */
  void add(Ref ref) {
    refs.merge(
        ref.anchor().url(), ref, (known, other) -> known.anchor().text().isEmpty() ? other : known);
  }

  Collection<Ref> refs() {
    return refs.values();
  }

  private Ref first() {
    return refs.values().iterator().next();
  }

  /** Its main link. */
  Anchor main() {
    return first().anchor();
  }

  /** Adds words, as a paragraph or as one more line. */
  void summarize(List<Token> words, Token.Break before) {
    if (!Lines.text(words).isEmpty()) {
      summary.add(before);
      summary.addAll(words);
    }
  }

  boolean summarized() {
    return !summary.isEmpty();
  }

  URI url() {
    return first().anchor().url();
  }

  /** Takes over the links and the words of another draft for the same entry. */
  void absorb(Draft other) {
    other.refs().forEach(this::add);
    summary.addAll(other.summary);
  }

  /** Takes over another draft for the same address; its title becomes a word about it. */
  void retell(Draft other) {
    String told = other.title;
    if (told != null && !told.equals(title) && !other.first().anchor().names()) {
      summarize(List.of(new Token.Words(told, List.of())), Token.Break.PARAGRAPH);
    }
    absorb(other);
  }

  Item finish(Optional<Language> ofGroup, Optional<Language> ofPage, String pageTag) {
    Ref main = first();
    String name = title == null ? ownTitle(main.anchor()) : title;
    RichText about = Summaries.of(summary, name);
    String words = name + " " + main.around();
    List<Link> links = new ArrayList<>();
    for (Ref ref : refs.values()) {
      if (!ref.equals(main)) {
        String text = ownTitle(ref.anchor());
        Optional<Language> of =
            language(ref, text, pageTag).or(() -> LanguageHints.told(text)).or(() -> ofGroup);
        links.add(new Link(text, ref.anchor().url(), kind(ref, text), of));
      }
    }
    Optional<Language> told = LanguageHints.told(name + "\n" + about.text());
    Optional<Language> language =
        language(main, name, pageTag)
            .or(() -> LanguageHints.named(main.anchor().text()))
            .or(() -> told.filter(tag -> !tag.equals(Language.ENGLISH)))
            .or(() -> ofGroup)
            .or(() -> told)
            .or(() -> ofPage);
    return new Item(
        name,
        main.anchor().url(),
        links,
        about,
        language,
        kind(main, words),
        facts(main.anchor().element(), name));
  }

  static String ownTitle(Anchor anchor) {
    String text = anchor.text().isEmpty() ? anchor.described() : anchor.text();
    String trimmed = Titles.fromText(Titles.trimmed(text));
    if (!trimmed.isEmpty()) {
      return trimmed;
    }
    Element image = anchor.element().selectFirst(Selectors.IMAGE);
    String file = image == null ? "" : PictureWords.fromFile(image);
    return file.isEmpty() ? Titles.fromAddress(anchor.url()) : file;
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
        .or(() -> alsoIn(ref.around()) ? Optional.empty() : LanguageHints.named(ref.around()))
        .or(
            () ->
                LanguageHints.written(ref.anchor().text().isEmpty() ? words : ref.anchor().text()));
  }

  /** True for “also available in Spanish”, which tells of another than what the link leads to. */
  private static boolean alsoIn(String words) {
    return ALSO.matcher(words).find();
  }

  /** The language that the nearest {@code lang} states, unless it only repeats the page's. */
  private static Optional<Language> marked(Element element, String pageTag) {
    for (Element part = element; part != null; part = part.parent()) {
      String tag = part.attr("lang").strip();
      if (!tag.isEmpty() && !part.normalName().equals("html")) {
        return tag.equalsIgnoreCase(pageTag) ? Optional.empty() : Language.parse(tag);
      }
    }
    Element inner = element.selectFirst(Selectors.WITH_LANGUAGE);
    return inner == null ? Optional.empty() : Language.parse(inner.attr("lang").strip());
  }

  private Item.Facts facts(Element link, String name) {
    StringBuilder told = new StringBuilder();
    Optional<LocalDate> stamped = Optional.empty();
    for (Token token : summary) {
      if (token instanceof Token.Words words) {
        Optional<LocalDate> stamp = stamp(words);
        stamped = stamped.or(() -> stamp);
        told.append(stamp.map(LocalDate::toString).orElse(words.text()));
      } else {
        told.append('\n');
      }
    }
    Item.Facts facts = FactHints.of(told.toString());
    Optional<LocalDate> stated =
        stamped
            .filter(day -> !facts.verified().equals(Optional.of(day)))
            .filter(day -> !facts.expires().equals(Optional.of(day)));
    return new Item.Facts(
        Organizations.of(link, name),
        facts.updated().or(() -> stated),
        facts.verified(),
        facts.expires(),
        Optional.empty(),
        refs.values().stream()
            .flatMap(ref -> Covers.of(ref.anchor().element()).stream())
            .findFirst());
  }

  /** The day that a {@code time} element around words states. */
  private static Optional<LocalDate> stamp(Token.Words words) {
    return words.marks().stream()
        .filter(mark -> mark.normalName().equals("time"))
        .map(mark -> mark.attr("datetime").strip())
        .filter(stamp -> stamp.length() >= 10)
        .flatMap(stamp -> FactHints.day(stamp.substring(0, 10)).stream())
        .findFirst();
  }
}
