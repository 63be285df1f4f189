package org.handbill.widget.type.resources.feed;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;
import org.jsoup.nodes.Element;

/**
 * An {@code item} of RSS or an {@code entry} of Atom; what the two call by the same name means the
 * same.
 */
record XmlEntry(Element entry, XmlBase base) {

  private static final String PICTURE = "image/";

  Feed.Raw read(Optional<Language> ofFeed) {
    Optional<Element> summary = own("summary").or(() -> own("description"));
    String said = summary.map(Markup::of).orElse("");
    String content = content();
    String film = said.isBlank() && content.isBlank() ? aboutMedia() : "";
    return new Feed.Raw(
        own("title").map(Markup::of).orElse(""),
        film.isEmpty() ? said : film,
        content,
        summary.flatMap(XmlBase::noted),
        links(),
        Language.parse(language()).or(() -> ofFeed),
        updated(),
        Optional.empty(),
        categories(),
        picture());
  }

  private String content() {
    return own("content")
        .or(() -> Vocabulary.CONTENT.in(entry, "encoded"))
        .map(Markup::of)
        .orElse("");
  }

  private String aboutMedia() {
    return media("description").map(Markup::mostlyPlain).findFirst().orElse("");
  }

  /** The entry's own language, or that of what is around it. */
  private String language() {
    return Vocabulary.DUBLIN_CORE
        .in(entry, "language")
        .map(Element::text)
        .or(
            () ->
                Stream.concat(Stream.of(entry), entry.parents().stream())
                    .map(element -> element.attr("xml:lang"))
                    .filter(tag -> !tag.isEmpty())
                    .findFirst())
        .orElse("");
  }

  private Optional<LocalDate> updated() {
    Stream<Element> stamps =
        Stream.of("updated", "published", "modified", "issued", "created", "pubdate")
            .flatMap(name -> own(name).stream());
    return Stream.of(
            stamps,
            Vocabulary.DUBLIN_CORE.in(entry, "date").stream(),
            Vocabulary.TERMS.in(entry, "modified").stream())
        .flatMap(found -> found)
        .flatMap(stamp -> FeedDay.of(stamp.text()).stream())
        .findFirst();
  }

  private List<String> categories() {
    Stream<Element> subject = Vocabulary.DUBLIN_CORE.in(entry, "subject").stream();
    return Stream.concat(Vocabulary.own(entry, "category"), subject)
        .map(
            category ->
                Stream.of(category.attr("label"), category.attr("term"), category.text())
                    .filter(name -> !name.isBlank())
                    .findFirst()
                    .orElse(""))
        .toList();
  }

  /** What Media RSS has as the entry's thumbnail or picture, or a picture beside the entry. */
  private Optional<URI> picture() {
    Stream<Element> media =
        Stream.concat(
            media("thumbnail"),
            media("content")
                .filter(file -> file.attr("medium").equals("image") || isPicture(file)));
    return Stream.concat(media, enclosures().filter(XmlEntry::isPicture))
        .flatMap(file -> address(file).stream())
        .findFirst();
  }

  private List<Link> links() {
    Map<URI, Link> links = new LinkedHashMap<>();
    linked("alternate").forEach(link -> add(links, link));
    if (links.isEmpty()) {
      own("content").filter(content -> content.hasAttr("src")).ifPresent(it -> add(links, it));
    }
    if (links.isEmpty()) {
      identity().ifPresent(url -> links.put(url, link(url, "", "", Optional.empty())));
    }
    linked("related").forEach(link -> add(links, link));
    enclosures().filter(file -> !isPicture(file)).forEach(file -> add(links, file));
    return List.copyOf(links.values());
  }

  /** The name of an entry, where that is an address. */
  private Optional<URI> identity() {
    return Stream.of(
            own("id").map(Element::text),
            own("guid").map(Element::text),
            Optional.of(entry.attr("rdf:about")))
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("http"))
        .flatMap(name -> base.resolve(entry, name).stream())
        .findFirst();
  }

  /** The links of a kind (RFC 4287, 4.2.7.2); one that names no kind is an alternate. */
  private Stream<Element> linked(String rel) {
    return Vocabulary.own(entry, "link")
        .filter(
            link -> {
              String named = link.attr("rel").strip().toLowerCase(Locale.ROOT);
              return rel.equals(named.isEmpty() ? "alternate" : named);
            });
  }

  private Stream<Element> enclosures() {
    return Stream.concat(Vocabulary.own(entry, "enclosure"), linked("enclosure"));
  }

  private void add(Map<URI, Link> links, Element element) {
    address(element)
        .ifPresent(
            url ->
                links.putIfAbsent(
                    url,
                    link(
                        url,
                        element.attr("type"),
                        element.attr("title"),
                        Language.parse(element.attr("hreflang").strip()))));
  }

  private static Link link(URI url, String type, String title, Optional<Language> language) {
    String words = PlainText.line(title);
    String shown =
        words.isEmpty()
            ? language.map(Language::ownName).orElseGet(() -> Titles.fromAddress(url))
            : words;
    return new Link(shown, url, Kind.of(url, type, ""), language);
  }

  /** Where an element leads, whatever its vocabulary calls that. */
  private Optional<URI> address(Element element) {
    return Stream.of("href", "src", "url")
        .filter(element::hasAttr)
        .map(element::attr)
        .findFirst()
        .or(() -> Optional.of(element.wholeText()))
        .flatMap(address -> base.resolve(element, address.strip()));
  }

  private Optional<Element> own(String name) {
    return Vocabulary.own(entry, name).findFirst();
  }

  private Stream<Element> media(String name) {
    return entry.stream()
        .filter(part -> part.tag().localName().equals(name) && Vocabulary.MEDIA.has(part));
  }

  private static boolean isPicture(Element file) {
    return file.attr("type").strip().toLowerCase(Locale.ROOT).startsWith(PICTURE);
  }
}
