package org.handbill.widget.type.resources.page.mark;

import java.net.URI;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * The picture that stands with a link: within it, or alone with it on its card. It is noted on the
 * link before a page is stripped, since what shows nothing but a picture goes then.
 */
public final class Covers {

  private static final String NOTE = "handbill.cover";
  private static final int MOST_LINKS_OF_A_CARD = 8;
  private static final int LEAST_SIDE = 60; // CSS pixels; less than that is an icon

  /** What holds one entry; a picture outside of it is not its own. */
  private static final Set<String> ENTRIES = Set.of("li", "article", "tr", "dd");

  private static final List<String> SOURCES =
      List.of("data-src", "data-lazy-src", "data-original", "src");

  private static final Pattern DECORATION =
      Pattern.compile("(?i)(?:icon|logo|sprite|spacer|pixel|avatar|badge|flag)|\\.svg(?:[?#]|$)");

  /** How much of what counts an element is or holds. */
  private static final class Count {
    private int links;
    private int headings;
    private int pictures;

    private void add(Count other) {
      links += other.links;
      headings += other.headings;
      pictures += other.pictures;
    }
  }

  private final Element root;
  private final Map<Element, Count> counts = new IdentityHashMap<>();

  private Covers(Element root) {
    this.root = root;
    root.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {}

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              count(element, depth > 0 ? element.parent() : null);
            }
          }
        });
  }

  private void count(Element element, @Nullable Element parent) {
    Count count = counts.computeIfAbsent(element, any -> new Count());
    count.links += element.is(Selectors.LINK) ? 1 : 0;
    count.headings += element.is(Selectors.HEADING) ? 1 : 0;
    count.pictures += element.is(Selectors.IMAGE) && shows(element) ? 1 : 0;
    if (parent != null) {
      counts.computeIfAbsent(parent, any -> new Count()).add(count);
    }
  }

  /** Notes the pictures of all links below a root. */
  public static void note(Element root, URI base) {
    if (root.selectFirst(Selectors.IMAGE) == null) {
      return;
    }
    Covers covers = new Covers(root);
    Addresses addresses = new Addresses(base);
    for (Element link : root.select(Selectors.LINK)) {
      Element image = covers.image(link);
      if (image != null) {
        address(image, addresses).ifPresent(url -> link.attributes().userData(NOTE, url));
      }
    }
  }

  /** The picture that was noted of a link. */
  public static Optional<URI> of(Element link) {
    return link.attributes().userData(NOTE) instanceof URI url
        ? Optional.of(url)
        : Optional.empty();
  }

  /** The one picture of the smallest part around a link that has any, if that part is a card. */
  private @Nullable Element image(Element link) {
    for (Element part = link; part != null && part != root; part = part.parent()) {
      Count count = counts.getOrDefault(part, new Count());
      if (count.links > MOST_LINKS_OF_A_CARD || count.headings > 1 || count.pictures > 1) {
        return null;
      }
      if (count.pictures == 1) {
        return part.select(Selectors.IMAGE).stream()
            .filter(Covers::shows)
            .filter(image -> !ofAnother(image, link))
            .findFirst()
            .orElse(null);
      }
      if (ENTRIES.contains(part.normalName())) {
        return null;
      }
    }
    return null;
  }

  /** Whether a picture stands in a link to somewhere else. */
  private static boolean ofAnother(Element image, Element link) {
    Element around = image.closest(Selectors.ANY_LINK);
    return around != null && !around.attr("href").equals(link.attr("href"));
  }

  private static boolean shows(Element image) {
    return !DECORATION.matcher(image.attr("src") + ' ' + image.className()).find()
        && large(image.attr("width"))
        && large(image.attr("height"));
  }

  private static boolean large(String side) {
    return !side.matches("\\d{1,4}(?:px)?")
        || Integer.parseInt(side.replace("px", "")) >= LEAST_SIDE;
  }

  /** Pages that load pictures late keep their addresses elsewhere. */
  private static Optional<URI> address(Element image, Addresses addresses) {
    for (String source : SOURCES) {
      String value = image.attr(source).strip();
      if (!value.isEmpty() && !value.toLowerCase(Locale.ROOT).startsWith("data:")) {
        return addresses.resolve(value);
      }
    }
    String set = image.attr("srcset") + image.attr("data-srcset");
    String first = set.strip().split("[\\s,]", 2)[0];
    return first.startsWith("data:") ? Optional.empty() : addresses.resolve(first);
  }
}
