package org.handbill.widget.type.resources.page.block;

import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Titles;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Parts words within a link that only a style sheet sets apart; a word in two pieces stays one. */
final class LinkWords {

  private static final Pattern SENTENCE_ENDS = Pattern.compile(".*[\\p{Ll}\\p{N}.!?:)]$");
  private static final Pattern CAPITAL = Pattern.compile("^\\p{Lu}.*");

  private LinkWords() {}

  static void part(Element link) {
    for (Element right : link.select("*")) {
      Node before = right.previousSibling();
      if (right != link && before instanceof Element left && apart(left, right)) {
        right.before(new TextNode(" "));
      }
    }
  }

  private static boolean apart(Element left, Element right) {
    String before = left.text();
    String after = right.text();
    return !before.isEmpty()
        && !after.isEmpty()
        && (left.isBlock()
            || right.isBlock()
            || Titles.addressLike(after)
            || styledApart(left, right)
            || (SENTENCE_ENDS.matcher(before).matches() && CAPITAL.matcher(after).matches()));
  }

  /** Whether the two are of different classes. */
  private static boolean styledApart(Element left, Element right) {
    List<String> names = List.copyOf(left.classNames());
    return !names.isEmpty()
        && !right.classNames().isEmpty()
        && right.classNames().stream().noneMatch(names::contains);
  }
}
