package org.handbill.widget.type.resources.feed;

import java.util.Locale;
import java.util.stream.Collectors;
import org.handbill.widget.model.RichText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Makes HTML out of what titles, summaries and contents hold, by their type (RFC 4287, 3.1). */
final class Markup {

  private Markup() {}

  /** HTML that is still to be cleaned; empty for pictures, scripts and other data. */
  static String of(Element element) {
    return switch (type(element)) {
      case "", "html", "text/html", "escaped" -> escaped(element);
      case "text", "text/plain" -> plain(element);
      case "xhtml", "application/xhtml+xml" -> inline(element);
      default -> "";
    };
  }

  /** As {@link #of}, where plain text is what is meant unless HTML is stated, as in Media RSS. */
  static String mostlyPlain(Element element) {
    return type(element).endsWith("html") ? escaped(element) : plain(element);
  }

  private static String type(Element element) {
    return element.attr("type").strip().toLowerCase(Locale.ROOT);
  }

  /** HTML as characters; elements among them are HTML that somebody forgot to escape. */
  private static String escaped(Element element) {
    return element.childNodes().stream()
        .map(node -> node instanceof TextNode text ? text.getWholeText() : node.outerHtml())
        .collect(Collectors.joining());
  }

  private static String plain(Element element) {
    return RichText.plain(element.wholeText()).html();
  }

  /** HTML as elements, which may have a prefix. */
  private static String inline(Element element) {
    element.getAllElements().stream()
        .filter(part -> !part.tag().prefix().isEmpty())
        .forEach(part -> part.tagName(part.tag().localName()));
    return element.html();
  }
}
