package org.handbill.widget.type.resources.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Reads RSS and Atom with a parser that forgives what programs get wrong: words in front, scripts
 * behind, prefixes that nobody declared, names of HTML's signs, a bare {@code &} or {@code <}. It
 * knows no document types and expands no entities; a feed that brings its own is refused.
 *
 * <p>Of a feed that breaks off, what is complete is read. What follows the last tag may be half a
 * word or half an address, and so it is dropped first.
 */
final class XmlFeed {

  /** How deep a feed's elements may lie in one another. */
  private static final int DEEPEST = 100;

  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]{1,40}:)?(?:rss|feed|rdf)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAGE =
      Pattern.compile("<(?:!doctype\\s+html|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<[A-Za-z]");
  private static final Pattern OWN_ENTITIES =
      Pattern.compile("<!(?:ENTITY|DOCTYPE[^>\\[]{0,500}\\[)", Pattern.CASE_INSENSITIVE);

  /** A part that is as it is, or an {@code &} that begins no entity. */
  private static final Pattern BARE =
      Pattern.compile("(?s)<!\\[CDATA\\[.*?(?:]]>|\\z)|&(?!#?\\w{1,32};)");

  private static final Set<String> ENTRIES = Set.of("item", "entry");

  private XmlFeed() {}

  static Feed read(String text, URI address) throws UnreadableSourceException {
    Matcher start = ROOT.matcher(text);
    boolean found = start.find();
    String front = found ? text.substring(0, start.start()) : text;
    if (PAGE.matcher(front).find() || (!found && TAG.matcher(front).find())) {
      throw new UnreadableSourceException("feed.none");
    }
    if (!found || OWN_ENTITIES.matcher(front).find()) {
      throw new UnreadableSourceException("feed.malformed");
    }
    return parsed(text.substring(start.start()), address);
  }

  private static Feed parsed(String text, URI address) throws UnreadableSourceException {
    String name = text.substring(1).split("[\\s>]", 2)[0];
    boolean cut = !text.toLowerCase(Locale.ROOT).contains("</" + name.toLowerCase(Locale.ROOT));
    Element root = root(cut ? text.substring(0, text.lastIndexOf('>') + 1) : text);
    List<Element> entries =
        root.stream().filter(element -> ENTRIES.contains(element.tag().localName())).toList();
    Feed feed =
        cut
            ? feed(root, complete(entries, text), address, true)
            : feed(root, entries, address, false);
    if (cut && feed.entries().isEmpty()) {
      throw new UnreadableSourceException("feed.malformed");
    }
    return feed;
  }

  private static Element root(String text) throws UnreadableSourceException {
    Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(DEEPEST + 1);
    String repaired =
        BARE.matcher(text)
            .replaceAll(
                part ->
                    part.group().equals("&") ? "&amp;" : Matcher.quoteReplacement(part.group()));
    Element root = parser.parseInput(repaired, "").firstElementChild();
    if (root == null || root.stream().anyMatch(part -> part.parents().size() >= DEEPEST)) {
      throw new UnreadableSourceException("feed.malformed");
    }
    return root;
  }

  /** The entries of a feed that breaks off; its last one, unless it is of use as it is. */
  private static List<Element> complete(List<Element> entries, String text) {
    if (entries.isEmpty()) {
      return entries;
    }
    Element last = entries.get(entries.size() - 1);
    String read = text.toLowerCase(Locale.ROOT);
    boolean closed =
        read.lastIndexOf("</" + last.tagName()) > read.lastIndexOf("<" + last.tagName());
    boolean useful =
        Stream.of("title", "link")
            .allMatch(
                name ->
                    Vocabulary.own(last, name)
                        .anyMatch(part -> part.hasAttr("href") || part.hasText()));
    return closed || useful ? entries : entries.subList(0, entries.size() - 1);
  }

  private static Feed feed(Element root, List<Element> entries, URI address, boolean cut) {
    Element channel =
        root.children().stream()
            .filter(part -> part.tag().localName().equals("channel"))
            .findFirst()
            .orElse(root);
    XmlBase.note(root, address);
    XmlBase base = new XmlBase(site(channel, address));
    Optional<Language> language =
        Vocabulary.own(channel, "language")
            .findFirst()
            .or(() -> Vocabulary.DUBLIN_CORE.in(channel, "language"))
            .flatMap(stated -> Language.parse(stated.text().strip()));
    String title = Vocabulary.own(channel, "title").findFirst().map(Markup::of).orElse("");
    return Feed.of(
        Feed.words(title, base.site()),
        entries.stream().map(entry -> new XmlEntry(entry, base).read(language)).toList(),
        cut);
  }

  /** The address that the feed gives as its site's, or else its own. */
  private static URI site(Element channel, URI address) {
    XmlBase own = new XmlBase(address);
    return Vocabulary.own(channel, "link")
        .filter(link -> Set.of("", "alternate").contains(link.attr("rel").strip()))
        .flatMap(
            link ->
                own
                    .resolve(link, link.hasAttr("href") ? link.attr("href") : link.wholeText())
                    .stream())
        .findFirst()
        .orElse(address);
  }
}
