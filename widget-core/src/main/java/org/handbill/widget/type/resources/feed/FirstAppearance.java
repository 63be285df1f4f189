package org.handbill.widget.type.resources.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Takes out what WordPress writes below each post of a feed, which says nothing of the post: “The
 * post X appeared first on Y.”, with a link to each of the two.
 */
final class FirstAppearance {

  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)appeared first on|(?:apareció|publicó) primero en|apareceu primeiro em"
              + "|est apparu en premier sur|erschien zuerst auf");
  private static final int LINKS = 2;

  private FirstAppearance() {}

  /** The same HTML, without it. */
  static String without(String html) {
    if (!html.contains("<a")) {
      return html;
    }
    Element body = Jsoup.parseBodyFragment(html).body();
    Element last = body.lastElementChild();
    boolean said =
        last != null
            && last.normalName().equals("p")
            && last.select("a[href]").size() == LINKS
            && WORDS.matcher(last.text()).find();
    if (last == null || !said) {
      return html;
    }
    last.remove();
    return body.html();
  }
}
