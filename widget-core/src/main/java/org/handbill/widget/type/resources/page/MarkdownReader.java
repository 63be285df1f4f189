package org.handbill.widget.type.resources.page;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.SourceText;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.steer.PageParts;
import org.jsoup.nodes.Document;

/** Reads a resource list out of Markdown, with tables as GitHub has them and with HTML in it. */
public final class MarkdownReader {

  private static final int DEEPEST = 100;

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();

  /** What static site generators put above the text. */
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A(---|\\+\\+\\+)[ \\t]*\\R(?s:.{0,20000}?)\\R\\1[ \\t]*(?:\\R|\\z)");

  private static final Pattern TEMPLATE_LINE =
      Pattern.compile("(?m)^[ \\t]*\\{%.{0,500}%}[ \\t]*$");

  private MarkdownReader() {}

  /** As {@link PageReader#of}. */
  public static SourceReader of(PageParts parts) {
    return new Parted(parts, MarkdownReader::page);
  }

  /** As {@link PageReader#read(SourceBytes, PageParts)}. */
  public static List<Group> read(SourceBytes source, PageParts parts)
      throws UnreadableSourceException {
    return of(parts).read(source, Remarks.NONE);
  }

  private static Document page(SourceBytes source) throws UnreadableSourceException {
    String text = SourceText.of(source);
    String body = FRONT_MATTER.matcher(text).replaceFirst("");
    Node parsed = PARSER.parse(TEMPLATE_LINE.matcher(body).replaceAll(""));
    return PageParser.parse(RENDERER.render(parsed), source.base().toString());
  }
}
