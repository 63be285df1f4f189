package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes out the codes by which links that stand in a row are told apart: “EN | ES | ZH”. */
final class LanguageCodes {

  private static final int FEWEST = 2;

  private static final Set<String> CODES =
      Set.of(
          "en", "es", "fr", "pt", "pt-br", "de", "it", "ar", "zh", "zh-hans", "zh-hant", "vi", "ko",
          "ja", "ru", "uk", "tl", "ht", "so", "am", "sw", "fa", "ps", "ur", "hi", "bn", "pa", "ne",
          "my", "km", "th", "hmn", "pl", "ro", "tr", "ca", "eu", "gl");

  /** What stands between two of them. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s|/,;·•()\\[\\]–—-]*");

  private LanguageCodes() {}

  /** Writes them in place. */
  static void write(Element root) {
    List<Element> row = new ArrayList<>();
    for (Element link : root.select(Selectors.LINK)) {
      boolean code = CODES.contains(code(link));
      if (!row.isEmpty() && !(code && follows(row.get(row.size() - 1), link))) {
        write(row);
        row.clear();
      }
      if (code) {
        row.add(link);
      }
    }
    write(row);
  }

  private static String code(Element link) {
    return PlainText.line(link.text()).toLowerCase(Locale.ROOT);
  }

  /** Whether a link is the next in a row, with no words between. */
  private static boolean follows(Element before, Element link) {
    for (Node node = before.nextSibling(); node != null; node = node.nextSibling()) {
      if (node == link) {
        return true;
      }
      if (!(node instanceof TextNode text) || !BETWEEN.matcher(text.getWholeText()).matches()) {
        return false;
      }
    }
    return false;
  }

  private static void write(List<Element> row) {
    if (row.size() < FEWEST || row.stream().map(LanguageCodes::code).distinct().count() < FEWEST) {
      return;
    }
    for (Element link : row) {
      Optional<Language> language = Language.parse(code(link));
      language.ifPresent(
          known -> {
            if (!link.hasAttr("hreflang")) {
              link.attr("hreflang", known.tag());
            }
            link.text(known.ownName());
          });
    }
  }
}
