package org.handbill.widget.type.resources.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes out the menu and the logos that an old page lays out in cells beside its content: cells
 * before the one with the page's title that hold nothing but links, and cells after it that hold
 * nothing but pictures with links.
 */
final class SideCells {

  private SideCells() {}

  static void strip(Element root) {
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
      beside.forEach(Boilerplate::blank);
    }
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
