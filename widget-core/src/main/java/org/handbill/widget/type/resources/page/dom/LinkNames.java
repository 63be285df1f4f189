package org.handbill.widget.type.resources.page.dom;

import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.jsoup.nodes.Element;

/** Tells whether the words of a link name what it leads to. */
public final class LinkNames {

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private LinkNames() {}

  /** True for a picture, a call such as “Website”, an address or a number. */
  public static boolean nameless(Element link) {
    String words = PlainText.line(link.text());
    return !LETTER.matcher(words).find() || Titles.generic(words) || Titles.addressLike(words);
  }
}
