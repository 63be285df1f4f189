package org.handbill.widget.type.resources.page.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.block.Token;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Makes a summary of the words around a link. */
final class Summaries {

  private static final int LONGEST = 2000;

  private static final Pattern START =
      Pattern.compile("^[\\s\\u00a0|•·‣▪»›→,;:./–—*-]+(?!\\d)|^\\s*[(\\[]\\s*[)\\]]\\s*");
  private static final Pattern END = Pattern.compile("[\\s\\u00a0|•·‣▪»›→,;:/–—*(\\[-]+$");
  private static final Pattern HOLLOW = Pattern.compile("[(\\[]\\s*[,;|/&]*\\s*[)\\]]");

  private Summaries() {}

  /** The words, without separators at their ends; empty where they only repeat the title. */
  static RichText of(List<Token> tokens, String title) {
    List<List<Token.Words>> lines = new ArrayList<>();
    List<Boolean> gaps = new ArrayList<>();
    int length = 0;
    for (Lines.Line line : Lines.of(tokens)) {
      List<Token.Words> words = trimmed(line.tokens());
      if (!words.isEmpty() && length < LONGEST && !idle(words, title)) {
        lines.add(words);
        gaps.add(line.afterGap());
        length += line.text().length();
      }
    }
    return render(lines, gaps);
  }

  private static List<Token.Words> trimmed(List<Token> tokens) {
    List<Token.Words> words = new ArrayList<>();
    for (Token token : tokens) {
      if (token instanceof Token.Words some) {
        String text = HOLLOW.matcher(some.text()).replaceAll(" ");
        if (!words.isEmpty() && words.get(words.size() - 1).text().endsWith(" ")) {
          text = text.stripLeading();
        }
        if (!text.isEmpty()) {
          words.add(new Token.Words(text, some.marks()));
        }
      }
    }
    while (!words.isEmpty()) {
      Token.Words first = words.get(0);
      String text = START.matcher(first.text()).replaceFirst("");
      if (!text.isEmpty()) {
        words.set(0, new Token.Words(text, first.marks()));
        break;
      }
      words.remove(0);
    }
    while (!words.isEmpty()) {
      int last = words.size() - 1;
      String text = END.matcher(words.get(last).text()).replaceFirst("");
      if (!text.isEmpty()) {
        words.set(last, new Token.Words(text, words.get(last).marks()));
        break;
      }
      words.remove(last);
    }
    return words;
  }

  private static boolean idle(List<Token.Words> words, String title) {
    String text = Lines.text(new ArrayList<>(words));
    if (text.equalsIgnoreCase(title) || !Titles.TELLING.matcher(text).find()) {
      return true;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean named = LanguageHints.withoutNames(lower).length() < lower.length();
    return Titles.generic(text) && (!named || LanguageHints.named(text).isPresent());
  }

  private static RichText render(List<List<Token.Words>> lines, List<Boolean> gaps) {
    if (lines.isEmpty()) {
      return RichText.EMPTY;
    }
    Document page = Document.createShell("");
    boolean paragraphs = gaps.stream().skip(1).anyMatch(gap -> gap);
    Element target = paragraphs ? page.body().appendElement("p") : page.body();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 && gaps.get(i)) {
        target = page.body().appendElement("p");
      } else if (i > 0) {
        target.appendElement("br");
      }
      for (Token.Words words : lines.get(i)) {
        append(target, words);
      }
    }
    return RichText.clean(page.body());
  }

  private static void append(Element target, Token.Words words) {
    Element inner = target;
    for (Element mark : words.marks()) {
      Element copy = inner.appendElement(mark.normalName());
      copy.attributes().addAll(mark.attributes());
      inner = copy;
    }
    inner.appendChild(new TextNode(PlainText.tidy(words.text())));
  }
}
