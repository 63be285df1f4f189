package org.handbill.widget.type.resources.page.block;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.Openers;
import org.handbill.widget.type.resources.page.dom.PageNames;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.strip.SiteLinks;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The links of a stripped page that lead to content, and how many each element holds. */
public final class Anchors {

  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

  /** For what stands within a link. */
  public static final Anchors NONE = new Anchors(Set.of());

  private static final Set<String> NOT_CONTENT_RELATIONS =
      Set.of("tag", "next", "prev", "author", "category", "search", "canonical", "license");

  private static final Pattern SHARING =
      Pattern.compile(
          "(?i)^(?:https?://(?:www\\.|m\\.)?(?:facebook\\.com/(?:sharer|share\\.php|dialog)"
              + "|(?:twitter|x)\\.com/(?:intent|share)|linkedin\\.com/(?:sharearticle|sharing|cws)"
              + "|pinterest\\.[a-z.]+/pin/create|reddit\\.com/submit|tumblr\\.com/(?:share|widgets)"
              + "|(?:api\\.)?whatsapp\\.com/send\\?text|wa\\.me/\\?text|t\\.me/share|telegram\\.me/share"
              + "|bsky\\.app/intent|addtoany\\.com|addthis\\.com|getpocket\\.com/(?:save|edit)"
              + "|threads\\.net/intent)|mailto:\\?)");

  private final IdentityHashMap<Element, Anchor> byElement = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Boolean> wordedKnown = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Integer> below = new IdentityHashMap<>();
  private final Set<Element> headed = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Element> groups;

  private Anchors(Set<Element> groups) {
    this.groups = groups;
  }

  /**
   * Finds them; links that lead nowhere or share the page are blanked unless a text needs them.
   *
   * @param base what relative links are relative to
   * @param own the page's own addresses
   * @param groups the only headings that make groups, or none where every heading may
   */
  public static Anchors of(Element root, URI base, OwnTranslations own, Set<Element> groups) {
    Anchors anchors = new Anchors(groups);
    Addresses addresses = new Addresses(base);
    SplitLinks.join(root, addresses);
    for (Element link : root.select(Selectors.LINK)) {
      LinkWords.part(link);
      Optional<URI> url = addresses.resolve(link.attr("href"));
      if (url.isPresent() && visible(link) && content(link, url.get(), own)) {
        anchors.byElement.put(link, Anchor.of(link, url.get()));
      } else if (!anchors.needed(link)) {
        Blank.out(link);
      }
    }
    anchors.dropOwn(root, own);
    anchors.dropRepeated(root);
    root.traverse(anchors.new Counter());
    return anchors;
  }

  /** Whether there is something to press; what a style sheet shows, only a class tells. */
  private static boolean visible(Element link) {
    return link.hasText()
        || link.childrenSize() > 0
        || link.hasAttr("aria-label")
        || link.hasAttr("title")
        || !link.className().isEmpty();
  }

  /** “Read in English” at the start of a page, and its one “Email us”, are no entries of it. */
  private void dropOwn(Element root, OwnTranslations own) {
    List<Anchor> links =
        root.select(Selectors.LINK).stream().map(byElement::get).filter(Objects::nonNull).toList();
    List<Anchor> dropped = new ArrayList<>(OwnContact.in(links, own.page()));
    if (own.begin(links)) {
      dropped.add(links.get(0));
    }
    for (Anchor link : dropped) {
      byElement.remove(link.element());
      if (!needed(link.element())) {
        Blank.out(link.element());
      }
    }
  }

  /** A picture or an arrow right above the title that leads to the same place says nothing more. */
  private void dropRepeated(Element root) {
    Anchor before = null;
    for (Element link : root.select(Selectors.LINK)) {
      Anchor anchor = byElement.get(link);
      if (anchor == null) {
        continue;
      }
      if (before != null
          && anchor.names()
          && !anchor.text().isEmpty()
          && anchor.url().equals(before.url())
          && (before.text().isEmpty() || !before.names())) {
        byElement.remove(before.element());
        Blank.out(before.element());
      }
      before = anchor;
    }
  }

  /** The content link that this element is. */
  @Nullable Anchor at(Element element) {
    return byElement.get(element);
  }

  /** How many content links the element is or holds. */
  int in(Element element) {
    return below.getOrDefault(element, 0);
  }

  /** As {@link Headings#level}; {@link Headings#IDLE} for one that the editor did not choose. */
  int level(Element element) {
    int level = Headings.level(element);
    if (groups.isEmpty()) {
      return level;
    }
    return groups.contains(element) ? 1 : level > 0 ? Headings.IDLE : 0;
  }

  /** The level of what introduces a part without being a heading of the page. */
  int minor() {
    return groups.isEmpty() ? Headings.MINOR : Headings.IDLE;
  }

  /** True where a heading stands in the element. */
  boolean headingIn(Element element) {
    return headed.contains(element);
  }

  private static boolean content(Element link, URI url, OwnTranslations own) {
    for (String relation : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")) {
      if (NOT_CONTENT_RELATIONS.contains(relation)) {
        return false;
      }
    }
    return shown(link)
        && !enlarges(link)
        && !SHARING.matcher(url.toString()).find()
        && !own.within(url)
        && !own.lead(url)
        && !SiteLinks.serves(link, url, own.page());
  }

  /** Whether it leads to the very picture that it shows. */
  private static boolean enlarges(Element link) {
    Element image = link.hasText() ? null : link.selectFirst(Selectors.IMAGE);
    return image != null
        && !image.attr("src").isBlank()
        && image.attr("src").equals(link.attr("href"))
        && image.attr("alt").isBlank();
  }

  /** Whether there is anything that a visitor could point at. */
  private static boolean shown(Element link) {
    return link.hasText()
        || !link.attr("aria-label").isBlank()
        || !link.attr("title").isBlank()
        || link.selectFirst(Selectors.VISIBLE) != null;
  }

  /** Whether a text would have a hole without the link's words. */
  private boolean needed(Element link) {
    Element parent = link.parent();
    if (parent == null
        || parent.normalName().equals("sup")
        || link.text().isBlank()
        || SiteLinks.wording(PlainText.line(link.text()))) {
      return false;
    }
    Element named = link.closest(Selectors.NAMING);
    if (named != null) {
      return !worded(named);
    }
    boolean opens =
        link.attr("role").equals("button")
            || link.attr("role").equals("tab")
            || Openers.opener(link)
            || PageNames.panelTitle(parent);
    return opens || worded(parent);
  }

  /** Whether an element has words outside of links, in the same paragraph. */
  private boolean worded(Element element) {
    return wordedKnown.computeIfAbsent(
        element,
        part ->
            part.textNodes().stream().anyMatch(text -> LETTER.matcher(text.text()).find())
                || part.children().stream()
                    .anyMatch(
                        child ->
                            !child.isBlock()
                                && child.selectFirst(Selectors.ANY_LINK) == null
                                && LETTER.matcher(child.text()).find()));
  }

  private final class Counter implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {}

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      int own = byElement.containsKey(element) ? 1 : 0;
      int links = below.merge(element, own, Integer::sum);
      if (depth > 0 && element.parent() != null) {
        below.merge(element.parent(), links, Integer::sum);
        if (level(element) > 0 || headed.contains(element)) {
          headed.add(element.parent());
        }
      }
    }
  }
}
