package org.handbill.widget.type.resources.page.mark;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Writes into words that they are bold where a rule of the page's own style sheet says so for their
 * class: an exported document has no other sign of its headings.
 */
public final class StyledBold {

  private static final Pattern RULE =
      Pattern.compile("(?is)\\.([\\w-]+)\\s*\\{[^{}]*font-weight\\s*:\\s*(?:bold|[6-9]00)\\b");

  private static final String WORDS = "span[class], font[class], em[class], i[class], u[class]";

  private StyledBold() {}

  /** Writes it as tags. */
  public static void write(Document page) {
    Set<String> bold = new HashSet<>();
    for (Element sheet : page.select("style")) {
      Matcher rule = RULE.matcher(sheet.data());
      while (rule.find()) {
        bold.add(rule.group(1));
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
}
