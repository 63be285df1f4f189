package org.handbill.widget.type.resources.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom with ROME, from a parser that knows no document types and no entities. */
final class XmlFeed {

  private static final Namespace DUBLIN_CORE = Namespace.getNamespace("dc", DCModule.URI);
  private static final String MEDIA_RSS = "http://search.yahoo.com/mrss/";
  private static final String PICTURE = "image/";
  private static final String DEEPEST = "100";

  /** A document type without rules of its own, as RSS 0.91 has it; any other is refused. */
  private static final Pattern PLAIN_DOCTYPE = Pattern.compile("<!DOCTYPE[^>\\[]{0,500}>");

  private XmlFeed() {}

  static Feed read(String text, URI base) throws UnreadableSourceException {
    try {
      Document document =
          parser()
              .build(
                  new XmlFixerReader(
                      new StringReader(PLAIN_DOCTYPE.matcher(text).replaceFirst(""))));
      stateLanguages(document.getRootElement(), "");
      SyndFeedInput input = new SyndFeedInput();
      input.setPreserveWireFeed(false);
      return feed(input.build(document), base);
    } catch (JDOMException | IOException malformed) {
      throw new UnreadableSourceException("feed.malformed");
    } catch (FeedException | IllegalArgumentException other) {
      throw new UnreadableSourceException("feed.none");
    }
  }

  private static SAXBuilder parser() {
    SAXBuilder builder = new SAXBuilder();
    builder.setExpandEntities(false);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    builder.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
    return builder;
  }

  /** Writes {@code xml:lang} where ROME looks for a language: into the entry's Dublin Core. */
  private static void stateLanguages(Element element, String around) {
    String own = element.getAttributeValue("lang", Namespace.XML_NAMESPACE, around);
    boolean entry = element.getName().equals("entry") || element.getName().equals("item");
    if (entry && !own.isEmpty() && element.getChild("language", DUBLIN_CORE) == null) {
      element.addContent(new Element("language", DUBLIN_CORE).setText(own));
    }
    if (!entry) {
      element.getChildren().forEach(child -> stateLanguages(child, own));
    }
  }

  private static Feed feed(SyndFeed feed, URI base) {
    Addresses addresses =
        new Addresses(new Addresses(base).resolve(string(feed.getLink())).orElse(base));
    Optional<Language> language = Language.parse(string(feed.getLanguage()));
    List<Feed.Raw> entries =
        feed.getEntries().stream().map(entry -> entry(entry, addresses, language)).toList();
    return Feed.of(Feed.words(string(feed.getTitle()), addresses.base()), entries);
  }

  private static Feed.Raw entry(SyndEntry entry, Addresses addresses, Optional<Language> ofFeed) {
    String stated =
        entry.getModule(DCModule.URI) instanceof DCModule core ? string(core.getLanguage()) : "";
    return new Feed.Raw(
        string(entry.getTitle()),
        html(entry.getDescription()),
        entry.getContents().stream().findFirst().map(XmlFeed::html).orElse(""),
        links(entry, addresses),
        Language.parse(stated).or(() -> ofFeed),
        day(entry.getUpdatedDate()).or(() -> day(entry.getPublishedDate())),
        Optional.empty(),
        entry.getCategories().stream()
            .map(SyndCategory::getName)
            .map(XmlFeed::string)
            .map(PlainText::line)
            .findFirst()
            .orElse(""),
        picture(entry, addresses));
  }

  /** What Media RSS has as the entry's thumbnail or picture, or a picture beside the entry. */
  private static Optional<URI> picture(SyndEntry entry, Addresses addresses) {
    Stream<String> media =
        entry.getForeignMarkup().stream()
            .flatMap(XmlFeed::withContent)
            .filter(element -> element.getNamespaceURI().equals(MEDIA_RSS))
            .filter(
                element ->
                    element.getName().equals("thumbnail")
                        || element.getAttributeValue("medium", "").equals("image")
                        || element.getAttributeValue("type", "").startsWith(PICTURE))
            .map(element -> element.getAttributeValue("url", ""));
    Stream<String> enclosed =
        entry.getEnclosures().stream()
            .filter(enclosure -> string(enclosure.getType()).startsWith(PICTURE))
            .map(enclosure -> string(enclosure.getUrl()));
    return Stream.concat(media, enclosed)
        .flatMap(url -> addresses.resolve(url).stream())
        .findFirst();
  }

  private static Stream<Element> withContent(Element element) {
    return Stream.concat(
        Stream.of(element), element.getChildren().stream().flatMap(XmlFeed::withContent));
  }

  private static String html(@Nullable SyndContent content) {
    if (content == null || content.getValue() == null) {
      return "";
    }
    boolean plain = "text".equals(content.getType()) || "text/plain".equals(content.getType());
    return plain ? RichText.plain(content.getValue()).html() : content.getValue();
  }

  private static List<Link> links(SyndEntry entry, Addresses addresses) {
    List<Link> links = new ArrayList<>();
    add(links, addresses, string(entry.getLink()), "", "", "");
    if (links.isEmpty() && string(entry.getUri()).startsWith("http")) {
      add(links, addresses, string(entry.getUri()), "", "", "");
    }
    for (SyndLink link : entry.getLinks()) {
      String rel = string(link.getRel());
      if (rel.isEmpty() || rel.equals("alternate") || rel.equals("related")) {
        add(
            links,
            addresses,
            string(link.getHref()),
            string(link.getType()),
            string(link.getTitle()),
            string(link.getHreflang()));
      }
    }
    for (SyndEnclosure enclosure : entry.getEnclosures()) {
      if (string(enclosure.getType()).startsWith(PICTURE)) {
        continue;
      }
      add(links, addresses, string(enclosure.getUrl()), string(enclosure.getType()), "", "");
    }
    return links;
  }

  private static void add(
      List<Link> links, Addresses addresses, String href, String type, String title, String tag) {
    Optional<URI> found = addresses.resolve(href);
    if (found.isEmpty() || links.stream().anyMatch(link -> link.url().equals(found.get()))) {
      return;
    }
    Optional<Language> language = Language.parse(tag);
    String words = PlainText.line(title);
    String shown =
        words.isEmpty()
            ? language.map(Language::ownName).orElse(Titles.fromAddress(found.get()))
            : words;
    links.add(new Link(shown, found.get(), Kind.of(found.get(), type, ""), language));
  }

  private static Optional<LocalDate> day(@Nullable Date date) {
    return Optional.ofNullable(date)
        .map(found -> found.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static String string(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
