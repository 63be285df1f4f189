package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Writes as bold what is set in larger letters: pages that tags of their time or an editor's button
 * made have no other headings. Where much is large, nothing is.
 */
final class LargeWords {

  private static final Evaluator SIZED = Selector.evaluatorOf("font[size], [style*=font-size]");
  private static final Evaluator BLOCK = Selector.evaluatorOf("p, div, ul, ol, table, br");
  private static final Evaluator SETTLED =
      Selector.evaluatorOf("a, strong, b, h1, h2, h3, h4, h5, h6, [role=heading], button, dt");

  private static final Pattern LARGE_TAG = Pattern.compile("\\+[1-6]|[4-7]");
  private static final Pattern SIZE =
      Pattern.compile("(?i)font-size\\s*:\\s*(?:(x+-)?large|([\\d.]{1,6})\\s*(px|pt|r?em|%))");

  private static final int LONGEST = 90;

  /** A page's large words are headings as long as they are less than a third of all. */
  private static final int PARTS = 3;

  private LargeWords() {}

  /** Writes it as tags. */
  static void write(Document page) {
    List<Element> large = new ArrayList<>();
    int length = 0;
    for (Element words : page.body().select(SIZED)) {
      if (large(words)) {
        endWithin(words);
        length += ownLength(words);
        if (line(words)) {
          large.add(words);
        }
      }
    }
    if (length * PARTS < page.body().text().length()) {
      large.forEach(StyledBold::embolden);
    }
  }

  /** How much of what it holds has no size of its own. */
  private static int ownLength(Element words) {
    int length = words.text().length();
    for (Element sized : words.select(SIZED)) {
      if (sized != words && sized.parent() != null && around(sized) == words) {
        length -= sized.text().length();
      }
    }
    return length;
  }

  private static @Nullable Element around(Element sized) {
    return sized.parent() == null ? null : sized.parent().closest(SIZED);
  }

  /** Puts the line's end, where it stands within, behind the words. */
  private static void endWithin(Element words) {
    while (words.childNodeSize() > 1 && ends(words.childNode(words.childNodeSize() - 1))) {
      words.after(words.childNode(words.childNodeSize() - 1));
    }
  }

  private static boolean ends(Node last) {
    return last instanceof TextNode text ? text.isBlank() : last.nameIs("br");
  }

  private static boolean large(Element words) {
    if (words.normalName().equals("font") && words.hasAttr("size")) {
      return LARGE_TAG.matcher(words.attr("size").strip()).matches();
    }
    Matcher size = SIZE.matcher(words.attr("style"));
    if (!size.find()) {
      return false;
    }
    if (size.group(2) == null) {
      return true;
    }
    double least =
        switch (size.group(3).toLowerCase(Locale.ROOT)) {
          case "px" -> 20;
          case "pt" -> 15;
          case "%" -> 125;
          default -> 1.25;
        };
    return size.group(2).matches("\\d+(\\.\\d+)?|\\.\\d+")
        && Double.parseDouble(size.group(2)) >= least;
  }

  private static boolean line(Element words) {
    int length = PlainText.line(words.text()).length();
    return length > 0
        && length <= LONGEST
        && words.selectFirst(SETTLED) == null
        && words.parents().stream().noneMatch(parent -> parent.is(SETTLED))
        && words.children().stream().allMatch(child -> child.selectFirst(BLOCK) == null);
  }
}
