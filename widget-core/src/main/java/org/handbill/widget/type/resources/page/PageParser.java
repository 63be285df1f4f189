package org.handbill.widget.type.resources.page;

import java.util.Iterator;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.SourceText;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Turns bytes into a page, within bounds of size and depth. */
final class PageParser {

  static final int MOST_ELEMENTS = 200_000;

  private static final int DEEPEST = 200;

  private PageParser() {}

  static Document parse(SourceBytes source) throws UnreadableSourceException {
    return parse(SourceText.of(source), source.base().toString());
  }

  static Document parse(String html, String base) throws UnreadableSourceException {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    try (StreamParser stream = new StreamParser(parser)) {
      stream.parse(html, base);
      int count = 0;
      for (Iterator<Element> elements = stream.iterator(); elements.hasNext(); elements.next()) {
        if (++count > MOST_ELEMENTS) {
          throw new UnreadableSourceException("resources.source.too-many-elements", MOST_ELEMENTS);
        }
      }
      return stream.document();
    }
  }
}
