package org.handbill.widget.type.resources.page.strip;

import java.util.ArrayList;
import java.util.List;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes out the menu and the logos that an old page lays out in cells beside its content: cells
 * before the one with the page's title that hold nothing but links, cells after it that hold
 * nothing but pictures with links, and cells whose links all lead to the site itself where those of
 * another in the row lead elsewhere.
 */
final class SideCells {

  private static final int FEWEST_OWN = 3;
  private static final int MOST_TABLES = 4;
  private static final int FEWEST_ELSEWHERE = 6;

  private final OwnSite site;

  private SideCells(OwnSite site) {
    this.site = site;
  }

  /** Takes them out of a root. */
  static void strip(Element root, OwnSite site) {
    besideTitle(root);
    new SideCells(site).ownCells(root);
  }

  private void ownCells(Element root) {
    List<Element> menus = new ArrayList<>();
    for (Element row : root.select(Selectors.ROW)) {
      if (deep(row, root)) {
        continue;
      }
      List<Element> cells = row.children();
      if (cells.stream().anyMatch(this::elsewhere)) {
        cells.stream().filter(this::menu).forEach(menus::add);
      }
    }
    menus.forEach(Blank::out);
  }

  /** Whether a row stands deeper in tables than a page is laid out by. */
  private static boolean deep(Element row, Element root) {
    int tables = 0;
    for (Element part = row; part != root && part.parent() != null; part = part.parent()) {
      tables += part.normalName().equals("table") ? 1 : 0;
    }
    return tables > MOST_TABLES;
  }

  private boolean menu(Element cell) {
    List<Element> links = cell.select(Selectors.LINK);
    return links.size() >= FEWEST_OWN && links.stream().allMatch(this::home);
  }

  /** Whether most of the links of a cell lead to other sites. */
  private boolean elsewhere(Element cell) {
    List<Element> links = cell.select(Selectors.LINK);
    long own = links.stream().filter(this::home).count();
    return links.size() >= FEWEST_ELSEWHERE && own * 4 <= links.size();
  }

  private static void besideTitle(Element root) {
    List<Element> titles = root.select("h1");
    Element title = titles.size() == 1 ? titles.get(0) : null;
    for (Element cell = cell(title, root); cell != null; cell = cell(cell.parent(), root)) {
      Element table = cell.closest(Selectors.TABLE);
      if (table == null) {
        return;
      }
      List<Element> beside = new ArrayList<>();
      boolean before = true;
      for (Element other : table.select(Selectors.CELL)) {
        before &= other != cell;
        if (other.closest(Selectors.TABLE) == table && other != cell && side(other, before)) {
          beside.add(other);
        }
      }
      beside.forEach(Blank::out);
    }
  }

  private boolean home(Element link) {
    return site.own(link).isPresent();
  }

  private static @Nullable Element cell(@Nullable Element part, Element root) {
    Element cell = part == null ? null : part.closest(Selectors.CELL);
    return cell != null && cell != root && cell.parents().contains(root) ? cell : null;
  }

  private static boolean side(Element cell, boolean before) {
    List<Element> links = cell.select(Selectors.LINK);
    String linked = String.join("", links.stream().map(Element::text).toList());
    return !links.isEmpty()
        && letters(cell.text()).equals(letters(linked))
        && (before || linked.isBlank());
  }

  private static String letters(String words) {
    return words.replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
