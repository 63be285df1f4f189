package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads tables: of data, a row an entry; of layout, a cell a container. */
final class TableBlocks {

  private static final Set<String> PARTS = Set.of("thead", "tbody", "tfoot");

  private final Anchors anchors;
  private final List<Block> blocks;
  private final Consumer<Element> container;

  TableBlocks(Anchors anchors, List<Block> blocks, Consumer<Element> container) {
    this.anchors = anchors;
    this.blocks = blocks;
    this.container = container;
  }

  void read(Element table) {
    if (anchors.in(table) == 0 && !anchors.headingIn(table)) {
      return;
    }
    blocks.add(new Block.Open(true));
    Element caption = child(table, "caption");
    if (caption != null && anchors.in(caption) == 0) {
      heading(caption);
    } else if (caption != null) {
      container.accept(caption);
    }
    List<String> columns = List.of();
    List<Element> rows = rows(table);
    List<RowGroups.Row> parted =
        RowGroups.of(rows.stream().map(TableBlocks::cells).toList(), anchors);
    int name = NameColumn.of(parted.stream().map(RowGroups.Row::cells).toList(), anchors);
    for (int i = 0; i < rows.size(); i++) {
      Element row = rows.get(i);
      List<Element> cells = NameColumn.first(name, parted.get(i).cells());
      Element group = parted.get(i).group();
      boolean names = cells.size() > 1 && cells.stream().allMatch(TableBlocks::named);
      if (names && anchors.in(row) == 0) {
        columns = cells.stream().map(cell -> PlainText.line(cell.text())).toList();
      } else {
        if (group != null) {
          heading(group);
        }
        List<String> heads =
            parted.get(i).below() && !columns.isEmpty()
                ? columns.subList(1, columns.size())
                : columns;
        row(row, cells, heads, rows.size() == 1);
      }
    }
    blocks.add(new Block.Close(true));
  }

  /** A row; one with a cell that the editor chose as a heading is that heading. */
  private void row(Element row, List<Element> cells, List<String> columns, boolean only) {
    if (anchors.in(row) == 0 && !anchors.headingIn(row)) {
      List<Element> telling = cells.stream().filter(cell -> cell.hasText()).toList();
      boolean spanning = telling.size() == 1 && (cells.size() == 1 || named(telling.get(0)));
      if (spanning && columns.size() != 1 && telling.get(0).text().length() <= 120) {
        heading(telling.get(0));
      }
      return;
    }
    if (cells.stream().anyMatch(cell -> anchors.level(cell) > 0)) {
      cells.stream().filter(cell -> anchors.level(cell) > 0).forEach(this::heading);
      return;
    }
    if (spans(cells)) {
      linkedHeading(cells.get(0));
      return;
    }
    boolean columned = only && cells.stream().filter(cell -> anchors.in(cell) > 0).count() > 1;
    if (cells.size() == 1
        || columned
        || pictures(row, cells)
        || records(cells)
        || cells.stream().anyMatch(this::layout)) {
      cells.forEach(container);
    } else {
      blocks.add(new Block.Entry(row, Tokens.ofCells(cells, columns, anchors), true));
    }
  }

  /** Logos in a row, each of which leads elsewhere. */
  private boolean pictures(Element row, List<Element> cells) {
    return !row.hasText() && cells.stream().filter(cell -> anchors.in(cell) > 0).count() > 1;
  }

  /** Whether several cells begin with a name in bold, each with links below it. */
  private boolean records(List<Element> cells) {
    List<Element> linked = cells.stream().filter(cell -> anchors.in(cell) > 0).toList();
    return linked.size() > 1 && linked.stream().allMatch(TableBlocks::record);
  }

  private static boolean record(Element cell) {
    Element name = cell.firstElementChild();
    return name != null
        && name.is(Selectors.BOLD)
        && name.hasText()
        && cell.text().startsWith(name.text())
        && name.selectFirst(Selectors.LINK) == null;
  }

  private boolean layout(Element cell) {
    return anchors.headingIn(cell)
        || (anchors.in(cell) > 1 && cell.selectFirst("ul, ol, dl, table, p + p") != null);
  }

  /** Whether a row has one cell across the others’ columns, and in it nothing but a link. */
  private boolean spans(List<Element> cells) {
    if (cells.size() != 1 || anchors.in(cells.get(0)) != 1) {
      return false;
    }
    Element cell = cells.get(0);
    Element link = cell.selectFirst(Selectors.LINK);
    return cell.attr("colspan").strip().matches("[2-9]|\\d\\d")
        && link != null
        && link.hasText()
        && link.text().equals(cell.text());
  }

  private void linkedHeading(Element cell) {
    List<Token> tokens = Tokens.of(List.of(cell), anchors, Set.of());
    blocks.add(
        new Block.Heading(
            anchors.minor(), PlainText.line(cell.text()), tokens, Tokens.links(tokens)));
  }

  private void heading(Element element) {
    String text = PlainText.line(element.text());
    int level = anchors.level(element) > 0 ? anchors.level(element) : anchors.minor();
    if (!text.isEmpty()) {
      blocks.add(
          new Block.Heading(
              level, text, Tokens.of(List.of(element), anchors, Set.of()), List.of()));
    }
  }

  private static boolean named(Element cell) {
    return cell.normalName().equals("th") || (cell.hasText() && Headings.bold(cell.childNodes()));
  }

  private static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        rows.add(child);
      } else if (PARTS.contains(child.normalName())) {
        child.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  private static List<Element> cells(Element row) {
    return row.children().stream()
        .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th"))
        .toList();
  }

  private static @Nullable Element child(Element parent, String tag) {
    return parent.children().stream()
        .filter(element -> element.normalName().equals(tag))
        .findFirst()
        .orElse(null);
  }
}
