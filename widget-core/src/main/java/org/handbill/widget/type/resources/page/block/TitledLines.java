package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.WeakTitles;

/**
 * Cuts a paragraph where a line in it is the heading of the lines below: one all in bold, or a
 * short one that ends with a colon.
 */
final class TitledLines {

  private static final int LONGEST = 120;
  private static final int FEWEST_BELOW = 2;
  private static final int FEWEST_ABOVE = 3;
  private static final Pattern INTRODUCES = Pattern.compile("(?:\\S+ ){0,5}\\S+:");

  /**
   * A part of a paragraph.
   *
   * @param title the line above it; empty where there is none
   * @param rest what stands below that
   * @param bold whether the title is in bold; what a mere colon introduces ends with its paragraph
   */
  record Part(List<Token> title, List<Token> rest, boolean bold) {}

  private final List<Token> tokens;
  private final List<Part> parts = new ArrayList<>();

  private TitledLines(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads the tokens of a paragraph.
   *
   * @param bold where the first line ends if its markup makes it bold, else 0
   */
  static List<Part> parts(List<Token> tokens, int bold) {
    TitledLines lines = new TitledLines(tokens);
    int from = 0;
    int title = bold > 0 ? bold : lines.title(0);
    while (from < tokens.size()) {
      int next = lines.next(Math.max(from, title));
      lines.add(from, title, next);
      from = next;
      title = from < tokens.size() ? lines.title(from) : 0;
    }
    lines.endWithTitle();
    return lines.parts;
  }

  /** Adds a part; one without entries of its own goes on with the part before. */
  private void add(int from, int title, int to) {
    if (title > from && heads(from, title, to)) {
      List<Token> words = tokens.subList(from, title);
      parts.add(new Part(words, tokens.subList(title, to), !colon(words)));
    } else if (parts.isEmpty()) {
      parts.add(new Part(List.of(), tokens.subList(from, to), false));
    } else {
      Part last = parts.remove(parts.size() - 1);
      List<Token> rest = new ArrayList<>(last.rest());
      rest.addAll(tokens.subList(from, to));
      parts.add(new Part(last.title(), rest, last.bold()));
    }
  }

  /** A last line all in bold, below an empty one, is the heading of the paragraph below. */
  private void endWithTitle() {
    Part last = parts.get(parts.size() - 1);
    List<Lines.Line> lines = Lines.of(last.rest());
    Lines.Line line = lines.isEmpty() ? null : lines.get(lines.size() - 1);
    if (line == null
        || lines.size() < FEWEST_ABOVE
        || line.linked()
        || !line.afterGap()
        || !BoldLine.whole(line.tokens())
        || line.text().length() > LONGEST) {
      return;
    }
    int to = last.rest().lastIndexOf(line.tokens().get(0));
    parts.set(parts.size() - 1, new Part(last.title(), last.rest().subList(0, to), last.bold()));
    parts.add(new Part(line.tokens(), List.of(), true));
  }

  /** Where the next line with a title begins, after a position. */
  private int next(int after) {
    for (int i = after + 1; i < tokens.size(); i++) {
      if (tokens.get(i - 1) instanceof Token.Break && title(i) > i) {
        return i;
      }
    }
    return tokens.size();
  }

  /** Where the line that begins at a position ends, if it may be a title; else that position. */
  private int title(int from) {
    int to = from;
    boolean bold = true;
    while (to < tokens.size() && tokens.get(to) instanceof Token.Words words) {
      bold &= words.text().isBlank() || BoldLine.bold(words);
      to++;
    }
    boolean ends = to < tokens.size() && tokens.get(to) instanceof Token.Break;
    String text = Lines.text(tokens.subList(from, to));
    boolean line = ends && !text.isEmpty() && text.length() <= LONGEST;
    return line && (bold || colon(tokens.subList(from, to))) ? to : from;
  }

  private static boolean colon(List<Token> line) {
    String text = Lines.text(line);
    return INTRODUCES.matcher(text).matches()
        && !WeakTitles.idle(text)
        && line.stream()
            .noneMatch(token -> token instanceof Token.Words words && BoldLine.bold(words));
  }

  private boolean heads(int from, int title, int to) {
    List<Lines.Line> below = Lines.of(tokens.subList(title, to));
    return colon(tokens.subList(from, title))
        ? below.stream().filter(TitledLines::named).count() >= FEWEST_BELOW
        : several(below);
  }

  private static boolean named(Lines.Line line) {
    return line.tokens().stream()
        .anyMatch(token -> token instanceof Token.Linked linked && linked.anchor().names());
  }

  /** Whether lines hold entries of their own; a number and an address belong to what is above. */
  private static boolean several(List<Lines.Line> lines) {
    int labelled = 0;
    for (Lines.Line line : lines) {
      for (int i = 0; i < line.tokens().size(); i++) {
        if (line.tokens().get(i) instanceof Token.Linked linked) {
          if (linked.anchor().names()) {
            return true;
          }
          labelled += WeakTitles.idle(line.before(i)) ? 0 : 1;
        }
      }
    }
    return labelled > 1;
  }
}
