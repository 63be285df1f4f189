package org.handbill.widget.type.resources;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.model.WidgetFile;

/**
 * A resource list as its editor defined it.
 *
 * @param pages what is read, in order
 * @param entries what stands in the file itself
 */
record Resources(WidgetFile file, List<Page> pages, List<Entry> entries) implements Definition {

  /**
   * A page or Markdown file.
   *
   * @param within a CSS selector of the part to read
   */
  record Page(Source source, Optional<String> within) {}

  /** An item that the editor wrote by hand. */
  record Entry(
      Localized<String> title,
      URI url,
      Optional<Localized<RichText>> summary,
      Optional<Language> language) {

    private Item in(Language audience) {
      return new Item(
          title.in(audience),
          url,
          List.of(),
          summary.map(text -> text.in(audience)).orElse(RichText.EMPTY),
          language,
          Kind.of(url, "", ""),
          Optional.empty());
    }
  }

  @Override
  public List<Source> sources() {
    return pages.stream().map(Page::source).toList();
  }

  @Override
  public Content content(Map<Source, SourceBytes> read, Problems problems) {
    List<Group> groups = new ArrayList<>();
    boolean complete = true;
    for (Page page : pages) {
      SourceBytes bytes = read.get(page.source());
      if (bytes == null) {
        complete = false;
      } else {
        groups.addAll(groups(page, bytes, problems));
      }
    }
    return new ResourceList(file, groups, this::written, complete);
  }

  /** The hand-written items, as one group without a heading. */
  private List<Group> written(Language audience) {
    return entries.isEmpty()
        ? List.of()
        : List.of(new Group("", entries.stream().map(entry -> entry.in(audience)).toList()));
  }

  private static List<Group> groups(Page page, SourceBytes bytes, Problems problems) {
    try {
      List<Group> groups =
          isMarkdown(page.source(), bytes)
              ? MarkdownReader.read(bytes, page.within())
              : PageReader.read(bytes, page.within());
      if (groups.isEmpty()) {
        problems.warning(ResourcesType.MESSAGES, page.source().place(), "source.no-links");
      }
      return groups;
    } catch (UnreadableSourceException e) {
      problems.warning(ResourcesType.MESSAGES, page.source().place(), e.key(), e.values());
      return List.of();
    }
  }

  private static boolean isMarkdown(Source source, SourceBytes bytes) {
    String path =
        source instanceof Source.AtUrl url
            ? String.valueOf(url.uri().getPath())
            : ((Source.InFolder) source).path();
    return bytes.mediaType().orElse("").startsWith("text/markdown")
        || path.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)");
  }
}
