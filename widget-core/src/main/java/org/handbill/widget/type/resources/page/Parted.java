package org.handbill.widget.type.resources.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.steer.Chosen;
import org.handbill.widget.type.resources.page.steer.PageParts;
import org.jsoup.nodes.Document;

/** A reader of pages with parts that an editor points at. */
record Parted(PageParts parts, Parsing parsing) implements SourceReader {

  private static final Pattern RELATIVE =
      Pattern.compile("(?s)(?!#|//|[a-zA-Z][a-zA-Z0-9+.-]*:|www\\.).+");

  /** How a page is made of bytes. */
  interface Parsing {
    Document parse(SourceBytes source) throws UnreadableSourceException;
  }

  /** What is to be left out may be gone for a while; the rest can be read. */
  @Override
  public List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException {
    Document page = parsing.parse(source);
    Optional<String> without = parts.without();
    if (without.isPresent() && !Chosen.any(page, "without", without.get())) {
      remarks.add("resources.selector.absent", "without", without.get());
    }
    long relative = source.base().getHost() == null ? relative(page) : 0;
    if (relative > 0) {
      remarks.add("resources.relative", relative);
    }
    return PageReader.read(page, source.base(), parts);
  }

  /** How many links say only from where they are where they lead. */
  private static long relative(Document page) {
    return page.select(Selectors.LINK).stream()
        .map(link -> link.attr("href").strip())
        .filter(href -> RELATIVE.matcher(href).matches())
        .count();
  }
}
