package org.handbill.widget.type.resources.page.block;

import java.util.List;

/** Finds a first line all in bold where the mark goes on around the lines below it. */
public final class BoldLine {

  private static final int LONGEST = 120;

  private BoldLine() {}

  /** The position of the line break after it, or 0 where a paragraph begins with no such line. */
  static int end(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Break) {
        String line = Lines.text(tokens.subList(0, i));
        if (!line.isEmpty()) {
          return line.length() <= LONGEST ? i : 0;
        }
      } else if (!(tokens.get(i) instanceof Token.Words words)
          || !(words.text().isBlank() || bold(words))) {
        return 0;
      }
    }
    return 0;
  }

  /** Whether all words are bold, and there are some. */
  static boolean whole(List<Token> tokens) {
    List<Token.Words> words =
        tokens.stream()
            .filter(Token.Words.class::isInstance)
            .map(Token.Words.class::cast)
            .filter(part -> !part.text().isBlank())
            .toList();
    return !words.isEmpty() && words.stream().allMatch(BoldLine::bold);
  }

  /** Whether words stand in bold. */
  public static boolean bold(Token.Words words) {
    return words.marks().stream()
        .anyMatch(mark -> mark.normalName().equals("strong") || mark.normalName().equals("b"));
  }
}
