package org.handbill.widget.type.resources.page.strip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/** Writes the names of tabs, which stand in a row of their own, above what they open. */
final class TabTitles {

  private static final String TABS =
      "[role=tab], [data-toggle=tab], [data-toggle=pill], [data-bs-toggle=tab], [data-bs-toggle=pill],"
          + " ul[class*=tabs] a[href^='#']";

  private static final String[] TARGETS = {
    "aria-controls", "data-bs-target", "data-target", "href"
  };

  /** Rows of tabs that only their order ties to what they open. */
  private static final String ROWS =
      "[class*=tabs_controls], [class*=tabs-controls], [class*=tab-menu], [class*=tabs-menu]";

  private TabTitles() {}

  /** Writes the titles into the parts and takes the row of tabs out. */
  static void write(Element root) {
    Map<String, Element> parts = new HashMap<>();
    root.select("[id]").forEach(part -> parts.putIfAbsent(part.id(), part));
    for (Element tab : root.select(TABS)) {
      Element panel = null;
      for (String target : TARGETS) {
        String id = tab.attr(target).strip().replaceFirst("^#", "");
        panel = panel == null && !id.isEmpty() ? parts.get(id) : panel;
      }
      String name = PlainText.line(tab.text());
      if (panel != null && !name.isEmpty() && !tab.parents().contains(panel)) {
        title(panel, name);
      }
    }
    root.select(ROWS).forEach(TabTitles::inOrder);
  }

  /** The first tab opens the first panel of what stands next; the row then has nothing to add. */
  private static void inOrder(Element row) {
    Element panels = row.nextElementSibling();
    List<Element> tabs = row.children().stream().filter(Element::hasText).toList();
    if (panels == null || tabs.size() < 2 || tabs.size() != panels.childrenSize()) {
      return;
    }
    for (int i = 0; i < tabs.size(); i++) {
      title(panels.child(i), PlainText.line(tabs.get(i).text()));
    }
    Blank.out(row);
  }

  private static void title(Element panel, String name) {
    Element heading = panel.selectFirst(Selectors.HEADING);
    if (heading == null || !PlainText.line(heading.text()).equals(name)) {
      panel.prependElement("div").addClass("tab-title").text(name);
    }
  }
}
