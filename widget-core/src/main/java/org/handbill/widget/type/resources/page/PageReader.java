package org.handbill.widget.type.resources.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a resource list out of an HTML page as its site made it. Stateless. */
public final class PageReader {

  private PageReader() {}

  /**
   * Reads the page's content links, each under its heading, in the page's order.
   *
   * @param within a CSS selector of the part to read; without one the content is found
   * @throws UnreadableSourceException when the page is too large or the selector finds nothing
   */
  public static List<Group> read(SourceBytes source, Optional<String> within)
      throws UnreadableSourceException {
    return read(PageParser.parse(source), source.base(), within);
  }

  static List<Group> read(Document page, URI base, Optional<String> within)
      throws UnreadableSourceException {
    String pageTag = pageTag(page);
    Optional<Language> language = Language.parse(pageTag);
    List<Block> blocks = new ArrayList<>();
    for (Element root : ContentRoot.find(page, within)) {
      Boilerplate.strip(root);
      Anchors anchors = Anchors.of(root, base(page, base), base);
      blocks.add(new Block.Open(true));
      blocks.addAll(BlockReader.read(root, anchors));
      blocks.add(new Block.Close(true));
    }
    return Outline.of(blocks, language, pageTag);
  }

  private static String pageTag(Document page) {
    Element html = page.selectFirst("html");
    String tag = html == null ? "" : html.attr("lang").strip().replace('_', '-');
    return tag.isEmpty() ? page.body().attr("lang").strip() : tag;
  }

  private static URI base(Document page, URI base) {
    try {
      URI stated = new URI(page.baseUri());
      return String.valueOf(stated.getScheme()).startsWith("http") && stated.getHost() != null
          ? stated
          : base;
    } catch (URISyntaxException malformed) {
      return base;
    }
  }
}
