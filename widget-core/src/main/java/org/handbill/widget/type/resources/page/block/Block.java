package org.handbill.widget.type.resources.page.block;

import java.util.List;
import org.jsoup.nodes.Element;

/** A page in a row: what stands after what, and what ends where. */
public sealed interface Block {

  /**
   * A heading, or what introduces a part like one.
   *
   * @param level 1 to 7, or that of a heading that makes no group
   * @param text its words, on one line
   * @param links the content links in it
   */
  record Heading(int level, String text, List<Token> tokens, List<Anchor> links) implements Block {}

  /**
   * A part with links: a paragraph, a list item, a row, a card that is one link.
   *
   * @param element the part
   * @param alone whether it must stand for itself; else a mere “Download” belongs to what is above
   */
  record Entry(Element element, List<Token> tokens, boolean alone) implements Block {}

  /**
   * An element that the editor chose as one entry.
   *
   * @param title what it is called; empty where its main link tells
   */
  record Chosen(String title, List<Token> tokens) implements Block {}

  /** A paragraph without links. */
  record Text(List<Token> tokens) implements Block {}

  /**
   * The start of a container.
   *
   * @param section whether headings in it end with it
   */
  record Open(boolean section) implements Block {}

  /** The end of a container. */
  record Close(boolean section) implements Block {}
}
