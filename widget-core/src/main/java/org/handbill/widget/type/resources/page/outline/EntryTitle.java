package org.handbill.widget.type.resources.page.outline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Anchor;
import org.handbill.widget.type.resources.page.block.BoldLine;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.block.Token;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is called where its main link does not say so.
 *
 * @param words the title; null where the link belongs to something above
 * @param line the line that the title stands in, or -1
 * @param to where it ends in that line; the tokens before are no part of the summary
 */
record EntryTitle(@Nullable String words, int line, int to) {

  private static final int LONGEST_BOLD = 90;
  private static final int LONGEST_CALL = 100;

  private static final Pattern CALL_AFTER =
      Pattern.compile(
          "(?iu)^\\s*(?:for|to|to (?:read|see|get|view|download|open|watch)|para|pour)\\s+");

  /** What “Download here” goes on with: “the easy-read guide”. */
  private static final Pattern THING_AFTER =
      Pattern.compile(
          "(?iu)^\\s*(?:(?:for|to|para)\\s+)?(?:the|our|this|its|el|la|los|las|nuestr[oa]s?|est[ea])\\s+");

  /** Words after which an address or a number goes on with the sentence. */
  private static final Pattern LEADS_IN =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(?:at|to|as|on|by|via|visit|see|or|and|from|in|for|with|call|text|email|dial"
              + "|a|al|en|o|y|por|con|de|desde|visite|llame|escriba|consulte|marque)$");

  private static final Pattern NUMBER_AT_END =
      Pattern.compile("[\\s:;,–-]*(?<![\\p{L}\\d])[+(]?\\d[\\d\\s().–-]{5,}\\d[\\s;,]*$");

  /** How a sentence ends that a link such as “here” goes on with. */
  private static final Pattern TO_BE_FOUND =
      Pattern.compile(
          "(?iu)\\s+(?:(?:can|may) be (?:found|seen|viewed|read|accessed|downloaded|obtained)|(?:is|are) (?:also )?available"
              + "|pueden? (?:encontrarse|consultarse|descargarse|verse|leerse)|se pueden? (?:encontrar|consultar|descargar|ver|leer)"
              + "|están? disponibles?|se encuentran?)$");

  private static final Pattern OF = Pattern.compile("(?iu)(?:of|about|de|del|sobre|von|über)\\s");

  /** An address in full; “Example.org” may be a name. */
  private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?[:;/]|www\\.)\\S+");

  /** A few words that begin like a name and end like one. */
  private static final Pattern AFTER = Pattern.compile("[\\p{Lu}\\p{N}].{1,58}[^.,;:]");

  /** A sentence, a postal address or a number, which name nothing. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?u)(?:\\S+\\s+){3,}\\S*\\p{Ll}{2}\\.|.*,\\s*\\p{Lu}{2}(?:,?\\s+\\d{5}(?:-\\d{4})?)?"
              + "|\\W*\\d{1,6}\\s.*(?i:\\b(?:street|st|avenue|ave|boulevard|blvd|road|rd|drive|dr|lane|ln|way|suite|ste)\\b).*"
              + "|[^\\p{L}]*");

  /** A name, or a label with a name behind it, and what ends it: “Canada: The Line - call 1”. */
  private static final Pattern PART_BEFORE =
      Pattern.compile(
          "^([^:]{2,40}:\\s(?:\\d+\\s)?\\p{Lu}[^:.]{1,50}?(?= [–—-]\\s)|.{2,60}?)(?::|\\.| [–—-])\\s");

  private static final int SHORTEST_REST = 15;

  /** Finds the title of an entry from the words before and around its main link. */
  static EntryTitle of(
      List<Lines.Line> lines, int mainLine, int position, Anchor anchor, boolean alone) {
    EntryTitle bold = bold(lines, mainLine, position);
    if (bold != null) {
      return bold;
    }
    Lines.Line line = lines.get(mainLine);
    int first = firstLink(line, position);
    for (int at : new int[] {position, first}) {
      String label = line.before(at);
      String before = sentence(label, anchor) ? "" : name(label);
      if (!WeakTitles.idle(before)) {
        return titled(before, mainLine, begins(label, before) ? 0 : at);
      }
    }
    for (int i = 0; i < mainLine; i++) {
      Lines.Line above = lines.get(i);
      if (!above.linked() && !WeakTitles.idle(above.text()) && !told(above.text())) {
        return titled(above.text(), i, above.tokens().size());
      }
    }
    String told = goneOn(line, position, anchor);
    if (told != null) {
      int to = position + 1;
      while (to < line.tokens().size() && line.tokens().get(to) instanceof Token.Words) {
        to++;
      }
      return new EntryTitle(told, mainLine, to);
    }
    return new EntryTitle(fallback(line, position, anchor, alone, lines.size() > 1), -1, 0);
  }

  /** Whether a title is only what a label begins with, so that the rest is still to be said. */
  private static boolean begins(String label, String title) {
    return PART_BEFORE.matcher(label).lookingAt()
        && label.startsWith(title)
        && label.length() - title.length() > SHORTEST_REST;
  }

  /** What stands behind the label of a field is said of the entry rather than its name. */
  private static EntryTitle titled(String words, int line, int to) {
    String told = WeakTitles.unlabelled(words);
    return new EntryTitle(Titles.fromText(told), line, told.equals(words) ? to : 0);
  }

  /** True for the start of a sentence that goes on with a link. */
  static boolean leadsIn(String label) {
    return LEADS_IN.matcher(label).find();
  }

  private static boolean told(String words) {
    return TOLD.matcher(words).matches() && !WeakTitles.labelled(words);
  }

  private static int firstLink(Lines.Line line, int position) {
    int first = 0;
    while (first < position && line.tokens().get(first) instanceof Token.Words) {
      first++;
    }
    return first;
  }

  /** A whole sentence before a number says something about what is above. */
  private static boolean sentence(String label, Anchor anchor) {
    return anchor.contact() && label.endsWith(".");
  }

  /** Words in bold that a line up to the main link begins with. */
  private static @Nullable EntryTitle bold(List<Lines.Line> lines, int mainLine, int position) {
    for (int i = 0; i <= mainLine; i++) {
      List<Token> tokens = lines.get(i).tokens();
      int to = 0;
      while (to < (i == mainLine ? position : tokens.size())
          && tokens.get(to) instanceof Token.Words words
          && (words.text().isBlank() || BoldLine.bold(words))) {
        to++;
      }
      String text = Titles.trimmed(Lines.text(tokens.subList(0, to)));
      if (!WeakTitles.idle(text) && text.length() <= LONGEST_BOLD && !Titles.addressLike(text)) {
        return new EntryTitle(Titles.fromText(text), i, to);
      }
      if (lines.get(i).linked()) {
        return null;
      }
    }
    return null;
  }

  /** The label before a link as a name; “Use lists such as” is none. */
  private static String name(String label) {
    String called = NUMBER_AT_END.matcher(label).replaceFirst("");
    String words = Titles.trimmed(TO_BE_FOUND.matcher(called.strip()).replaceFirst(""));
    if (label.endsWith(":") && label.length() > LONGEST_BOLD) {
      return Titles.trimmed(label.substring(label.lastIndexOf(". ") + 1));
    }
    if (label.endsWith(":") || !LEADS_IN.matcher(words).find()) {
      return words.equals(label) || label.endsWith(":") ? Titles.trimmed(label) : words;
    }
    Matcher part = PART_BEFORE.matcher(words);
    return part.find() ? Titles.trimmed(part.group(1)) : "";
  }

  private static @Nullable String fallback(
      Lines.Line line, int position, Anchor anchor, boolean alone, boolean more) {
    String told = toldAfter(line, position, anchor);
    if (told != null) {
      return told;
    }
    boolean asked = WeakTitles.idle(line.before(position)) && !line.before(position).isEmpty();
    Matcher call = (asked ? THING_AFTER : CALL_AFTER).matcher(line.after(position));
    boolean address = anchor.contact() || Titles.addressLike(anchor.text());
    if (!address && call.lookingAt()) {
      String called = line.after(position).substring(call.end());
      if (!WeakTitles.idle(called) && called.length() <= LONGEST_CALL) {
        return Titles.fromText(called.replaceFirst("\\.$", ""));
      }
    }
    boolean worded = more || !WeakTitles.idle(line.after(position));
    return alone || (address && worded) ? Draft.ownTitle(anchor) : null;
  }

  /** The name that stands right after an address: in italics or bold, or all of its line. */
  private static @Nullable String toldAfter(Lines.Line line, int position, Anchor anchor) {
    if (anchor.contact() || !ADDRESS.matcher(anchor.text()).matches()) {
      return null;
    }
    List<Token> after = line.tokens().subList(position + 1, line.tokens().size());
    int to = 0;
    while (to < after.size()
        && after.get(to) instanceof Token.Words words
        && (words.text().isBlank() || !words.marks().isEmpty())) {
      to++;
    }
    String marked = Lines.text(after.subList(0, to));
    String name = marked.isEmpty() ? Lines.text(after) : marked;
    boolean whole = !marked.isEmpty() || after.stream().allMatch(Token.Words.class::isInstance);
    return whole && !WeakTitles.idle(name) && AFTER.matcher(name).matches()
        ? Titles.fromText(name)
        : null;
  }

  /** “Video of our march” where only “Video” is the link, at the start of its line. */
  private static @Nullable String goneOn(Lines.Line line, int position, Anchor anchor) {
    String after = line.after(position);
    boolean goesOn =
        !anchor.text().isEmpty()
            && line.before(position).isEmpty()
            && OF.matcher(after).lookingAt()
            && after.length() <= LONGEST_CALL
            && !WeakTitles.idle(after);
    return goesOn ? Titles.fromText(anchor.text() + " " + after) : null;
  }
}
