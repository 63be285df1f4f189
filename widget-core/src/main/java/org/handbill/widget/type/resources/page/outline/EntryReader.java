package org.handbill.widget.type.resources.page.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Anchor;
import org.handbill.widget.type.resources.page.block.Block;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.block.Token;

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
      Pattern.compile("^[^\\p{L}\\p{N}()\\[\\]:;,./&+]*(?:\\d{1,3}[.)])?\\s*$");
  private static final Pattern NUMBER = Pattern.compile("[IVX]{1,4}|\\d{1,2}");
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

  /** Reads a part that is one entry, whatever is in it. */
  static Draft read(Block.Chosen entry) {
    Draft draft = new EntryReader(true).draft(Lines.of(entry.tokens()));
    if (!entry.title().isEmpty()) {
      draft.title(Titles.fromText(entry.title()));
    }
    return draft;
  }

  private List<List<Lines.Line>> chunks(List<Lines.Line> lines) {
    List<List<Lines.Line>> chunks = new ArrayList<>();
    List<Lines.Line> chunk = new ArrayList<>();
    boolean complete = false;
    boolean addresses = !alone && (BareAddresses.list(lines) || LabelledLinks.list(lines));
    for (int i = 0; i < lines.size(); i++) {
      Lines.Line line = lines.get(i);
      boolean begins = complete && (line.linked() ? addresses || begins(line) : leads(lines, i));
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
  private boolean begins(Lines.Line line) {
    int first = line.firstLink();
    String label = line.before(first);
    if (!(line.tokens().get(first) instanceof Token.Linked linked)) {
      return false;
    }
    boolean labelled =
        label.endsWith(":") && label.length() <= LONGEST_LABEL && !Titles.generic(label);
    if (!linked.anchor().names()) {
      return !alone
          && (line.afterGap() || (labelled && !linked.anchor().contact()))
          && Titles.addressLike(linked.anchor().text())
          && label.length() <= LONGEST_CALL
          && !WeakTitles.idle(label);
    }
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

  private static boolean titled(Lines.Line line) {
    return line.tokens().stream()
        .anyMatch(token -> token instanceof Token.Linked linked && linked.anchor().names());
  }

  private Draft draft(List<Lines.Line> lines) {
    Place main = main(lines);
    Lines.Line line = lines.get(main.line());
    Anchor anchor = main.linked().anchor();
    Draft draft = new Draft(null, false);
    String label = line.before(main.position());
    if (!BULLET.matcher(label).matches()) {
      draft.setWithin();
    }
    int titleLine = -1;
    int titleTo = 0;
    if (anchor.names()) {
      boolean weak = WeakTitles.call(anchor.text());
      boolean labelled = weak && label.endsWith(":") && !WeakTitles.idle(label);
      draft.title(
          labelled ? Titles.fromText(label) : CardTitle.of(anchor) + number(line, main.position()));
      draft.setWeak(weak);
      titleLine = labelled || (label.endsWith(":") && Titles.generic(label)) ? main.line() : -1;
      titleTo = main.position() + 1;
    } else {
      EntryTitle found = EntryTitle.of(lines, main.line(), main.position(), anchor, alone);
      draft.title(found.words());
      titleLine = found.line();
      draft.setWeak(titleLine >= 0 && WeakTitles.labelled(lines.get(titleLine).text()));
      titleTo = found.to();
    }
    draft.add(new Draft.Ref(anchor, around(line, main.position(), main.linked())));
    for (int l = 0; l < lines.size(); l++) {
      for (int i = 0; i < lines.get(l).tokens().size(); i++) {
        if (lines.get(l).tokens().get(i) instanceof Token.Linked linked
            && !linked.equals(main.linked())) {
          draft.add(new Draft.Ref(linked.anchor(), around(lines.get(l), i, linked)));
        }
      }
      draft.summarize(
          words(lines.get(l), l == titleLine ? titleTo : 0, main.linked()), gap(lines.get(l)));
    }
    if (anchor.names()) {
      draft.summarize(CardTitle.rest(anchor), Token.Break.PARAGRAPH);
    }
    return draft;
  }

  /** The number of a part, as it stands after “North shelter” I and II; else empty. */
  private static String number(Lines.Line line, int position) {
    String after = line.after(position);
    return NUMBER.matcher(after).matches() ? " " + after : "";
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
      boolean told = !anchor.text().isEmpty() && EntryTitle.leadsIn(before);
      return named || told || (sentence(before) && sentence(after));
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
