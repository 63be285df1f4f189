package org.handbill.widget.type.resources.page.dom;

import java.util.Locale;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Tells headings, and what is only made to look like one. */
public final class Headings {

  /** The level of whatever introduces a part without being a heading of the page. */
  public static final int MINOR = 7;

  /** The level of a heading that makes no group, though it may name an entry. */
  public static final int IDLE = 8;

  private static final int LONGEST = 120;
  private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0:]*");

  /** Eight words and a full stop, or six and a cry: said with emphasis, and no heading. */
  private static final Pattern SENTENCE =
      Pattern.compile("(?:\\S+\\s+){7,}\\S+\\.|(?:\\S+\\s+){5,}\\S+!+");

  private Headings() {}

  /** From 1 to {@link #MINOR}, or 0 for no heading. */
  public static int level(Element element) {
    String tag = element.normalName();
    if (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6') {
      return tag.charAt(1) - '0';
    }
    if (element.attr("role").toLowerCase(Locale.ROOT).equals("heading")) {
      String level = element.attr("aria-level").strip();
      return level.matches("[1-6]") ? level.charAt(0) - '0' : 2;
    }
    return opens(element) ? MINOR : 0;
  }

  private static boolean opens(Element element) {
    if (element.className().isEmpty()
        && !element.hasAttr("role")
        && !element.normalName().equals("button")) {
      return false;
    }
    boolean button =
        element.normalName().equals("button")
            || element.attr("role").equals("button")
            || element.attr("role").equals("tab");
    boolean named =
        PageNames.panelTitle(element)
            || (PageNames.heading(element) && element.selectFirst(Selectors.ANY_LINK) == null);
    return ((button && Openers.opener(element)) || named)
        && element.children().stream()
            .allMatch(child -> child.selectFirst(Selectors.HEADING_OR_PARTS) == null)
        && !PlainText.line(element.text()).isEmpty();
  }

  /** True for a paragraph all in bold, without a link, that is short enough to be a heading. */
  public static boolean bold(Iterable<? extends Node> nodes) {
    int length = 0;
    for (Node node : nodes) {
      if (node instanceof TextNode text) {
        if (!BLANK.matcher(text.text()).matches()) {
          return false;
        }
      } else if (node instanceof Element element) {
        int words = PlainText.line(element.text()).length();
        if (words > 0 && !boldElement(element)) {
          return false;
        }
        length += words;
      }
    }
    return length > 0 && length <= LONGEST && !sentence(nodes);
  }

  private static boolean sentence(Iterable<? extends Node> nodes) {
    StringBuilder words = new StringBuilder();
    nodes.forEach(
        node -> words.append(node instanceof Element element ? element.text() : node.outerHtml()));
    return SENTENCE.matcher(PlainText.line(words.toString())).matches();
  }

  private static boolean boldElement(Element element) {
    return switch (element.normalName()) {
      case "strong", "b" -> true;
      case "span", "u", "em", "i", "font" ->
          element.attr("style").matches("(?is).*font-weight\\s*:\\s*(bold|[6-9]00).*")
              || bold(element.childNodes());
      default -> false;
    };
  }
}
