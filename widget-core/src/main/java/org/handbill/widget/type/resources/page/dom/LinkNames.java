package org.handbill.widget.type.resources.page.dom;

import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.jsoup.nodes.Element;

/**
 * Tells whether the words of a link name what it leads to. A link may be marked as one whose words
 * don't, and a part of it as the one whose words do.
 */
public final class LinkNames {

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private static final String CALL = "data-handbill-call";

  static final String TITLE = "data-handbill-title";

  private LinkNames() {}

  /** Marks a part of a link as its title. */
  public static void title(Element part) {
    part.attr(TITLE, "");
  }

  /** Marks a link whose words say no more than what to do. */
  public static void call(Element link) {
    link.attr(CALL, "");
  }

  /** Whether a link was marked so. */
  public static boolean calls(Element link) {
    return link.hasAttr(CALL);
  }

  /** True for a picture, a call such as “Website”, an address or a number. */
  public static boolean nameless(Element link) {
    String words = PlainText.line(link.text());
    return calls(link)
        || !LETTER.matcher(words).find()
        || Titles.generic(words)
        || Titles.addressLike(words);
  }
}
