package org.handbill.widget.type.resources.page.dom;

import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page is called, as its tab says it together with the name of its site. */
public final class PageName {

  private static final Pattern PARTING = Pattern.compile("\\s+[|–—•·»«:-]+\\s+|\\s*[|»]\\s*");

  private PageName() {}

  /** Whether a heading says the page’s name, or one of the parts of it. */
  public static boolean says(Document page, Element heading) {
    String words = PlainText.line(heading.text());
    return PARTING.splitAsStream(PlainText.line(page.title())).anyMatch(words::equalsIgnoreCase);
  }
}
