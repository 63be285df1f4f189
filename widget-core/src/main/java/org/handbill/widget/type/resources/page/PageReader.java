package org.handbill.widget.type.resources.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.block.Anchors;
import org.handbill.widget.type.resources.page.block.Block;
import org.handbill.widget.type.resources.page.block.BlockReader;
import org.handbill.widget.type.resources.page.block.OwnTranslations;
import org.handbill.widget.type.resources.page.block.PageTitle;
import org.handbill.widget.type.resources.page.mark.Covers;
import org.handbill.widget.type.resources.page.mark.Marks;
import org.handbill.widget.type.resources.page.outline.Outline;
import org.handbill.widget.type.resources.page.steer.Chosen;
import org.handbill.widget.type.resources.page.steer.PageParts;
import org.handbill.widget.type.resources.page.strip.ContentRoot;
import org.handbill.widget.type.resources.page.strip.OwnCalls;
import org.handbill.widget.type.resources.page.strip.OwnSite;
import org.handbill.widget.type.resources.page.strip.SiteParts;
import org.handbill.widget.type.resources.page.strip.TitleLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads a resource list out of an HTML page as its site made it. Stateless. */
public final class PageReader {

  private PageReader() {}

  /** Reads pages as an editor steers it: by {@link #read(SourceBytes, PageParts)}. */
  public static SourceReader of(PageParts parts) {
    return new Parted(parts, PageParser::parse);
  }

  /**
   * Reads the page's content links, each under its heading, in the page's order.
   *
   * @throws UnreadableSourceException when the page is too large, or nothing on it matches what the
   *     editor wants read
   */
  public static List<Group> read(SourceBytes source, PageParts parts)
      throws UnreadableSourceException {
    return of(parts).read(source, Remarks.NONE);
  }

  static List<Group> read(Document page, URI base, PageParts parts)
      throws UnreadableSourceException {
    String pageTag = pageTag(page);
    Optional<Language> language = Language.parse(pageTag);
    List<Block> blocks = new ArrayList<>();
    Marks.ofPage(page);
    Chosen chosen = Chosen.of(page, parts);
    URI links = base(page, base);
    OwnTranslations translations = OwnTranslations.of(page, links, base);
    OwnSite site = new OwnSite(links, base);
    SiteParts own = new SiteParts(site, OwnCalls.around(page, site), links, chosen.around());
    TitleLink.unwrap(page, site);
    Optional<PageTitle> title = titled(parts) ? Optional.of(PageTitle.of(page)) : Optional.empty();
    for (Element root : ContentRoot.find(page, parts.within())) {
      Covers.note(root, links);
      own.strip(root);
      Marks.ofContent(root);
      Anchors anchors = Anchors.of(root, links, translations, chosen.groups());
      blocks.add(new Block.Open(true));
      title.flatMap(named -> named.above(root)).ifPresent(blocks::add);
      blocks.addAll(BlockReader.read(root, anchors, chosen));
      blocks.add(new Block.Close(true));
    }
    return Outline.of(blocks, language, pageTag);
  }

  /** Whether the page's own title may name a group; an editor who points at parts names them. */
  private static boolean titled(PageParts parts) {
    return parts.within().isEmpty() && parts.groups().isEmpty();
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
