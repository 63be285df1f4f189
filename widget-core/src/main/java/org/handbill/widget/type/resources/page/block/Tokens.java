package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Lays a part of a page out as a row of tokens. */
public final class Tokens {

  private static final Set<String> MARKS =
      Set.of(
          "em", "i", "strong", "b", "code", "abbr", "cite", "q", "bdi", "time", "sub", "sup",
          "mark", "kbd", "s", "del", "ins", "u", "small");

  private static final int LONGEST_WORDS = 5000;
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  /** Marks that editors leave behind; joiners, which some scripts need, stay. */
  private static final Pattern UNSEEN = Pattern.compile("[\\u200b\\u2060\\ufeff]+");

  private final Anchors anchors;
  private final Set<Element> apart;
  private final List<Token> tokens = new ArrayList<>();
  private String column = "";

  private Tokens(Anchors anchors, Set<Element> apart) {
    this.anchors = anchors;
    this.apart = apart;
  }

  /**
   * Reads nodes.
   *
   * @param apart elements that are read on their own
   */
  public static List<Token> of(List<? extends Node> nodes, Anchors anchors, Set<Element> apart) {
    Tokens reading = new Tokens(anchors, apart);
    nodes.forEach(node -> reading.read(node, List.of()));
    return reading.tokens;
  }

  /** Reads the cells of a table's row, each a paragraph. */
  static List<Token> ofCells(List<Element> cells, List<String> columns, Anchors anchors) {
    Tokens reading = new Tokens(anchors, Set.of());
    for (int i = 0; i < cells.size(); i++) {
      reading.column = i < columns.size() ? columns.get(i) : "";
      reading.read(cells.get(i), List.of());
      reading.tokens.add(Token.Break.PARAGRAPH);
    }
    return reading.tokens;
  }

  /** The links among tokens, in their order. */
  static List<Anchor> links(List<Token> tokens) {
    return tokens.stream()
        .filter(Token.Linked.class::isInstance)
        .map(token -> ((Token.Linked) token).anchor())
        .toList();
  }

  private void read(Node node, List<Element> marks) {
    if (node instanceof TextNode text) {
      String words =
          SPACE.matcher(UNSEEN.matcher(text.getWholeText()).replaceAll("")).replaceAll(" ");
      if (words.length() > LONGEST_WORDS) {
        words = words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS / 2));
      }
      if (!words.isEmpty()) {
        tokens.add(new Token.Words(words, marks));
      }
      return;
    }
    if (!(node instanceof Element element) || apart.contains(element)) {
      return;
    }
    Anchor anchor = anchors.at(element);
    if (anchor != null) {
      tokens.add(new Token.Linked(anchor, column));
      return;
    }
    if (element.normalName().equals("br")) {
      tokens.add(Token.Break.LINE);
      return;
    }
    boolean block = element.isBlock();
    if (block) {
      tokens.add(Token.Break.PARAGRAPH);
    }
    List<Element> inner = marks;
    if (marked(element) && marks.size() < 8) {
      inner = new ArrayList<>(marks);
      inner.add(element);
    }
    for (Node child : element.childNodes()) {
      read(child, inner);
    }
    if (block) {
      tokens.add(Token.Break.PARAGRAPH);
    }
  }

  private static boolean marked(Element element) {
    return MARKS.contains(element.normalName())
        || (!element.isBlock() && (element.hasAttr("lang") || element.hasAttr("dir")));
  }
}
