package org.handbill.widget.type.resources.page.block;

import java.util.List;
import org.jsoup.nodes.Element;

/** What an entry consists of when it is read from left to right. */
public sealed interface Token {

  /**
   * Words outside of links.
   *
   * @param marks the elements around them that a summary keeps: emphasis, language
   */
  record Words(String text, List<Element> marks) implements Token {}

  /**
   * A link.
   *
   * @param column the heading of its table column, or empty
   */
  record Linked(Anchor anchor, String column) implements Token {}

  /** The end of a line, or of a paragraph. */
  enum Break implements Token {
    LINE,
    PARAGRAPH
  }
}
