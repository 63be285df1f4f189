package org.handbill.widget.type.resources;

import java.util.List;
import java.util.Locale;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.MarkdownReader;
import org.handbill.widget.type.resources.page.PageReader;
import org.handbill.widget.type.resources.page.steer.PageParts;

/** Reads a source as a page: Markdown where its name or its server says so, else HTML. */
record PageSource(Source source, PageParts parts) implements SourceReader {

  @Override
  public List<Group> read(SourceBytes bytes, Remarks remarks) throws UnreadableSourceException {
    return reader(bytes).read(bytes, remarks);
  }

  private SourceReader reader(SourceBytes bytes) {
    return isMarkdown(bytes) ? MarkdownReader.of(parts) : PageReader.of(parts);
  }

  private boolean isMarkdown(SourceBytes bytes) {
    String path =
        source instanceof Source.AtUrl url
            ? String.valueOf(url.uri().getPath())
            : ((Source.InFolder) source).path();
    return bytes.mediaType().orElse("").startsWith("text/markdown")
        || path.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)");
  }
}
