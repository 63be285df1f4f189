package org.handbill.widget.type.resources.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Titles;
import org.jspecify.annotations.Nullable;

/**
 * Makes items of a part with links. A line that begins with a title begins an item; telephone
 * numbers, translations and “download” belong to the item that they stand with; titles in a row,
 * with nothing but commas between them, are items of their own.
 */
final class EntryReader {

  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_CALL = 100;

  private static final Pattern IN_A_ROW =
      Pattern.compile(
          "(?iu)^\\s*(?:\\([^()]{0,80}\\))?\\s*(?:[,;|•·‣&+–—-]|\\b(?:and|or|y|e|o|u|et|und|ou)\\b|\\s)+$");
  private static final Pattern SEPARATED_END =
      Pattern.compile("(?iu)(?:[,;|•·‣–—/(\\[»→*&+-]|(?:^|\\s)(?:and|or|y|o))\\s*$");
  private static final Pattern SEPARATED_START = Pattern.compile("^\\s*[,;|•·‣–—/)\\]-]");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
  private static final Pattern BULLET =
      Pattern.compile("^[\\s\\p{Pd}•·‣▪◦*►▶✓✔|]*(?:\\d{1,3}[.)])?\\s*$");
  private static final Pattern CALL_AFTER =
      Pattern.compile(
          "(?iu)^\\s*(?:for|to|to (?:read|see|get|view|download|open|watch)|para|pour)\\s+");

  private final boolean alone;

  private EntryReader(boolean alone) {
    this.alone = alone;
  }

  /** Reads a part; a draft without a title is a link that belongs to something above. */
  static List<Draft> read(Block.Entry entry) {
    EntryReader reader = new EntryReader(entry.alone());
    List<Draft> drafts = new ArrayList<>();
    for (List<Lines.Line> chunk : reader.chunks(Lines.of(entry.tokens()))) {
      if (chunk.stream().anyMatch(Lines.Line::linked)) {
        drafts.add(reader.draft(chunk));
      } else if (!drafts.isEmpty()) {
        Draft last = drafts.get(drafts.size() - 1);
        chunk.forEach(line -> last.summarize(line.tokens(), gap(line)));
      }
    }
    return drafts;
  }

  private List<List<Lines.Line>> chunks(List<Lines.Line> lines) {
    List<List<Lines.Line>> chunks = new ArrayList<>();
    List<Lines.Line> chunk = new ArrayList<>();
    boolean complete = false;
    for (int i = 0; i < lines.size(); i++) {
      Lines.Line line = lines.get(i);
      boolean begins = line.linked() ? complete && begins(line) : complete && leads(lines, i);
      if (begins) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        complete = false;
      }
      List<Lines.Line> parts = line.linked() ? row(line) : List.of(line);
      for (int part = 0; part < parts.size(); part++) {
        if (part > 0) {
          chunks.add(chunk);
          chunk = new ArrayList<>();
        }
        chunk.add(parts.get(part));
      }
      complete |= line.linked() && (chunk.size() > 1 || titled(line) || !alone);
    }
    chunks.add(chunk);
    return chunks;
  }

  /**
   * Whether a line with a link begins with a title, a bullet or a short label before it at most.
   */
  private static boolean begins(Lines.Line line) {
    int first = firstLink(line);
    String label = line.before(first);
    if (!(line.tokens().get(first) instanceof Token.Linked linked) || !linked.anchor().names()) {
      return false;
    }
    boolean labelled =
        label.endsWith(":") && label.length() <= LONGEST_LABEL && !Titles.generic(label);
    return BULLET.matcher(label).matches() || labelled;
  }

  /** Whether a line without a link names what a “download” below it leads to. */
  private boolean leads(List<Lines.Line> lines, int position) {
    if (alone || !lines.get(position).afterGap()) {
      return false;
    }
    for (int i = position + 1; i < lines.size(); i++) {
      if (lines.get(i).linked()) {
        return !begins(lines.get(i));
      }
      if (lines.get(i).afterGap()) {
        return false;
      }
    }
    return false;
  }

  /** Cuts a line between titles that stand in a row. */
  private static List<Lines.Line> row(Lines.Line line) {
    List<Lines.Line> parts = new ArrayList<>();
    int from = 0;
    boolean named = false;
    boolean row = true;
    for (int i = 0; i < line.tokens().size(); i++) {
      if (line.tokens().get(i) instanceof Token.Linked linked) {
        boolean names = linked.anchor().names();
        row = row && (!named || IN_A_ROW.matcher(line.before(i) + " ").matches());
        if (named && names && row) {
          parts.add(new Lines.Line(line.tokens().subList(from, i), line.afterGap() && from == 0));
          from = i;
        }
        named |= names;
      }
    }
    parts.add(
        new Lines.Line(
            line.tokens().subList(from, line.tokens().size()), line.afterGap() && from == 0));
    return parts;
  }

  private static int firstLink(Lines.Line line) {
    int first = 0;
    while (!(line.tokens().get(first) instanceof Token.Linked)) {
      first++;
    }
    return first;
  }

  private static boolean titled(Lines.Line line) {
    return line.tokens().stream()
        .anyMatch(token -> token instanceof Token.Linked linked && linked.anchor().names());
  }

  private Draft draft(List<Lines.Line> lines) {
    Place main = main(lines);
    Lines.Line line = lines.get(main.line());
    Anchor anchor = main.linked().anchor();
    Draft draft = new Draft(null, false);
    int consumedTo = 0;
    int consumedLine = -1;
    String label = line.before(main.position());
    if (!BULLET.matcher(label).matches()) {
      draft.setWithin();
    }
    if (anchor.names()) {
      draft.title(CardTitle.of(anchor));
      consumedTo = label.endsWith(":") && Titles.generic(label) ? main.position() + 1 : 0;
    } else {
      String before = Titles.trimmed(label);
      int lead = lead(lines, main.line());
      if (!idle(before)) {
        draft.title(Titles.fromText(before));
        consumedTo = main.position();
      } else if (lead >= 0) {
        draft.title(Titles.fromText(lines.get(lead).text()));
        consumedLine = lead;
      } else {
        draft.title(fallback(line, main.position(), anchor, lines.size() > 1));
      }
    }
    draft.add(new Draft.Ref(anchor, around(line, main.position(), main.linked())));
    for (int l = 0; l < lines.size(); l++) {
      for (int i = 0; i < lines.get(l).tokens().size(); i++) {
        if (lines.get(l).tokens().get(i) instanceof Token.Linked linked
            && !linked.equals(main.linked())) {
          draft.add(new Draft.Ref(linked.anchor(), around(lines.get(l), i, linked)));
        }
      }
      if (l != consumedLine) {
        draft.summarize(
            words(lines.get(l), l == main.line() ? consumedTo : 0, main.linked()),
            gap(lines.get(l)));
      }
    }
    if (anchor.names()) {
      draft.summarize(CardTitle.rest(anchor), Token.Break.PARAGRAPH);
    }
    return draft;
  }

  private @Nullable String fallback(Lines.Line line, int position, Anchor anchor, boolean more) {
    Matcher call = CALL_AFTER.matcher(line.after(position));
    boolean address = anchor.contact() || Titles.addressLike(anchor.text());
    if (!address && call.lookingAt()) {
      String called = line.after(position).substring(call.end());
      if (!idle(called) && called.length() <= LONGEST_CALL) {
        return Titles.fromText(called);
      }
    }
    boolean worded = more || !idle(line.after(position));
    return alone || (address && worded) ? Draft.ownTitle(anchor) : null;
  }

  private static boolean idle(String words) {
    return !Titles.TELLING.matcher(words).find() || Titles.generic(words);
  }

  private static int lead(List<Lines.Line> lines, int before) {
    for (int i = 0; i < before; i++) {
      if (!lines.get(i).linked() && !idle(lines.get(i).text())) {
        return i;
      }
    }
    return -1;
  }

  private record Place(int line, int position, Token.Linked linked) {}

  /** The first link with a name; else the first to the web; else the first. */
  private static Place main(List<Lines.Line> lines) {
    Place first = null;
    Place web = null;
    for (int l = 0; l < lines.size(); l++) {
      for (int i = 0; i < lines.get(l).tokens().size(); i++) {
        if (lines.get(l).tokens().get(i) instanceof Token.Linked linked) {
          Place here = new Place(l, i, linked);
          if (linked.anchor().names() && !linked.anchor().text().isEmpty()) {
            return here;
          }
          first = first == null ? here : first;
          web = web == null && !linked.anchor().contact() ? here : web;
        }
      }
    }
    if (web != null) {
      return web;
    }
    if (first == null) {
      throw new IllegalArgumentException("An item has a link");
    }
    return first;
  }

  private static String around(Lines.Line line, int position, Token.Linked linked) {
    String words = (linked.column() + " " + line.after(position)).strip();
    return words.length() > LONGEST_CALL ? words.substring(0, LONGEST_CALL) : words;
  }

  /** The line without its links, except where the words would have a hole without them. */
  private static List<Token> words(Lines.Line line, int from, Token.Linked main) {
    List<Token> words = new ArrayList<>();
    for (int i = from; i < line.tokens().size(); i++) {
      Token token = line.tokens().get(i);
      if (token instanceof Token.Words) {
        words.add(token);
      } else if (token instanceof Token.Linked linked
          && embedded(line, i, linked.anchor(), linked.equals(main))) {
        words.add(new Token.Words(linked.anchor().text(), List.of()));
      }
    }
    return words;
  }

  private static boolean embedded(Lines.Line line, int position, Anchor anchor, boolean main) {
    String before = line.before(position);
    String after = line.after(position);
    if (!anchor.names() && (before.endsWith(":") || !anchor.contact())) {
      boolean named = before.endsWith(":") && !Titles.generic(before) && anchor.contact();
      return named || (sentence(before) && sentence(after));
    }
    boolean held = !BULLET.matcher(before).matches() && !SEPARATED_END.matcher(before).find();
    boolean holds = !after.isEmpty() && !SEPARATED_START.matcher(after).find();
    return held || (holds && !main && !before.isEmpty());
  }

  private static Token.Break gap(Lines.Line line) {
    return line.afterGap() ? Token.Break.PARAGRAPH : Token.Break.LINE;
  }

  private static boolean sentence(String words) {
    return WORD.matcher(words).find()
        && !SEPARATED_START.matcher(words).find()
        && !SEPARATED_END.matcher(words).find()
        && !words.endsWith(":");
  }
}
