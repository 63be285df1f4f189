package org.handbill.widget.type.resources.page.mark;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Writes into words that they are bold where a rule of the page's own style sheet says so for their
 * class: an exported document has no other sign of its headings.
 */
final class StyledBold {

  private static final Pattern RULE =
      Pattern.compile("(?is)\\.([\\w-]+)\\s*\\{[^{}]*font-weight\\s*:\\s*(?:bold|[6-9]00)\\b");

  private static final String WORDS = "span[class], font[class], em[class], i[class], u[class]";

  private static final Evaluator LINES =
      Selector.evaluatorOf("p[style*=font-weight], div[style*=font-weight]");

  private static final Pattern BOLD = Pattern.compile("(?i)font-weight\\s*:\\s*(?:bold|[6-9]00)");

  private static final Evaluator LINKED_OR_PARTED =
      Selector.evaluatorOf("a, * > p, * > div, ul, ol, table, h1, h2, h3, h4, h5, h6");

  private StyledBold() {}

  /** Writes it as tags. */
  static void write(Document page) {
    Set<String> bold = new HashSet<>();
    for (Element sheet : page.select("style")) {
      Matcher rule = RULE.matcher(sheet.data());
      while (rule.find()) {
        bold.add(rule.group(1));
      }
    }
    for (Element line : page.body().select(LINES)) {
      if (BOLD.matcher(line.attr("style")).find() && line.selectFirst(LINKED_OR_PARTED) == null) {
        embolden(line);
      }
    }
    if (bold.isEmpty()) {
      return;
    }
    for (Element words : page.select(WORDS)) {
      if (words.classNames().stream().anyMatch(bold::contains)
          && !words.attr("style").contains("font-weight")) {
        words.attr("style", words.attr("style") + ";font-weight:bold");
      }
    }
  }

  /** Puts what stands in an element into a tag that says bold. */
  static void embolden(Element element) {
    Element bold = new Element("b");
    for (Node child : List.copyOf(element.childNodes())) {
      bold.appendChild(child);
    }
    element.appendChild(bold);
  }
}
