package org.handbill.widget.type.resources;

import java.net.URI;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Element;

/**
 * A link of the page that leads to content.
 *
 * @param element the link itself
 * @param url its address, made absolute
 * @param text the words that a reader sees, on one line; empty for a picture
 */
record Anchor(Element element, URI url, String text) {

  /** What the link says to those who do not see it, or to those who point at it. */
  String described() {
    Element image = element.selectFirst("img[alt]:not([alt=''])");
    for (String words :
        new String[] {
          element.attr("aria-label"), element.attr("title"), image == null ? "" : image.attr("alt")
        }) {
      String line = PlainText.line(words);
      if (!line.isEmpty()) {
        return line;
      }
    }
    return "";
  }

  /** True for a telephone or mail link. */
  boolean contact() {
    return !String.valueOf(url.getScheme()).startsWith("http");
  }
}
