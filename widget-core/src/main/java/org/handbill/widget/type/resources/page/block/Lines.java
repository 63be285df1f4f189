package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.List;
import org.handbill.widget.model.PlainText;

/** Cuts a row of tokens into lines. */
public final class Lines {

  /**
   * One line.
   *
   * @param tokens its words and links
   * @param afterGap whether a paragraph or an empty line ends before it
   */
  public record Line(List<Token> tokens, boolean afterGap) {

    /** Whether a link stands in it. */
    public boolean linked() {
      return tokens.stream().anyMatch(Token.Linked.class::isInstance);
    }

    /** All its words, those of links as well. */
    public String text() {
      return Lines.text(tokens);
    }

    /** Where the first link of a line with links stands. */
    public int firstLink() {
      int first = 0;
      while (!(tokens.get(first) instanceof Token.Linked)) {
        first++;
      }
      return first;
    }

    /** The first link of a line with links. */
    public Anchor first() {
      if (tokens.get(firstLink()) instanceof Token.Linked linked) {
        return linked.anchor();
      }
      throw new IllegalStateException("A line with links has a first one");
    }

    /** The words between a position and the link before it. */
    public String before(int position) {
      int from = position;
      while (from > 0 && tokens.get(from - 1) instanceof Token.Words) {
        from--;
      }
      return Lines.text(tokens.subList(from, position));
    }

    /** The words between a position and the link after it. */
    public String after(int position) {
      int to = position + 1;
      while (to < tokens.size() && tokens.get(to) instanceof Token.Words) {
        to++;
      }
      return Lines.text(tokens.subList(position + 1, to));
    }
  }

  private Lines() {}

  /** Parts what is read at its breaks; lines without words are left out. */
  public static List<Line> of(List<Token> tokens) {
    List<Line> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    boolean gap = false;
    int breaks = 0;
    for (Token token : tokens) {
      if (token instanceof Token.Break end) {
        if (shown(line)) {
          lines.add(new Line(List.copyOf(line), gap));
          gap = false;
          breaks = 0;
        }
        line.clear();
        breaks++;
        gap |= end == Token.Break.PARAGRAPH || breaks > 1;
      } else {
        line.add(token);
      }
    }
    if (shown(line)) {
      lines.add(new Line(List.copyOf(line), gap));
    }
    return lines;
  }

  private static boolean shown(List<Token> line) {
    return line.stream().anyMatch(Token.Linked.class::isInstance) || !text(line).isEmpty();
  }

  /** The words of tokens, those of links included, on one line. */
  public static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      if (token instanceof Token.Words words) {
        text.append(words.text());
      } else if (token instanceof Token.Linked linked) {
        text.append(linked.anchor().text());
      } else {
        text.append(' ');
      }
    }
    return PlainText.line(text.toString());
  }
}
