package org.handbill.widget.type.resources.page.outline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds who offers what a link leads to, where the markup says so. */
final class Organizations {

  private static final int LONGEST = 150;

  /** What states something of more links than this is about the page, not about an entry. */
  private static final int MOST_LINKS = 12;

  private static final Pattern COLUMN =
      Pattern.compile(
          "(?iu)(?:name of )?(?:organi[sz]ation|agency|provider|offered by|publisher|source)(?: name)?"
              + "|organización|organismo|agencia|institución|entidad|proveedor|ofrecido por");

  private Organizations() {}

  /** The name, unless it only repeats the title. */
  static Optional<String> of(Element link, String title) {
    return stated(link)
        .or(() -> inColumn(link))
        .map(PlainText::line)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
        .filter(name -> !name.equalsIgnoreCase(title));
  }

  private static Optional<String> stated(Element link) {
    Element scope = link.closest(Selectors.STATED);
    if (scope == null
        || scope.stream().filter(part -> part.is(Selectors.LINK)).limit(MOST_LINKS + 1L).count()
            > MOST_LINKS) {
      return Optional.empty();
    }
    return scope.select(Selectors.OFFERED_BY).stream()
        .filter(element -> !link.equals(element) && !element.parents().contains(link))
        .findFirst()
        .map(Organizations::name);
  }

  private static String name(Element stated) {
    Element name = stated.selectFirst(Selectors.NAME);
    Element told = name == null ? stated : name;
    return told.hasAttr("content") ? told.attr("content") : told.text();
  }

  /** The cell of the link's row under a column called so. */
  private static Optional<String> inColumn(Element link) {
    Element cell = link.closest(Selectors.CELL);
    Element row = cell == null ? null : cell.parent();
    Element table = row == null ? null : row.closest(Selectors.TABLE);
    Element first = table == null ? null : table.selectFirst(Selectors.ROW);
    if (cell == null || row == null || first == null || first.equals(row)) {
      return Optional.empty();
    }
    int column = column(first.children());
    @Nullable Element offered =
        column >= 0 && column < row.childrenSize() ? row.child(column) : null;
    return offered == null || row.childrenSize() != first.childrenSize()
        ? Optional.empty()
        : Optional.of(offered.text());
  }

  private static int column(List<Element> heads) {
    for (int i = 0; i < heads.size(); i++) {
      if (COLUMN.matcher(PlainText.line(heads.get(i).text())).matches()) {
        return i;
      }
    }
    return -1;
  }
}
