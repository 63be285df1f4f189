package org.handbill.widget.type.resources.page.dom;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Takes parts out of a page so that the words around them stay apart. */
public final class Blank {

  private Blank() {}

  /** Puts a blank in its place. */
  public static void out(Element element) {
    if (element.parent() != null) {
      element.replaceWith(new TextNode(" "));
    }
  }
}
