package org.handbill.widget.type.resources.page;

import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Element;

/** Writes the names of tabs, which stand in a row of their own, above what they open. */
final class TabTitles {

  private static final String TABS =
      "[role=tab], [data-toggle=tab], [data-toggle=pill], [data-bs-toggle=tab], [data-bs-toggle=pill]";

  private static final String[] TARGETS = {
    "aria-controls", "data-bs-target", "data-target", "href"
  };

  private TabTitles() {}

  static void write(Element root) {
    for (Element tab : root.select(TABS)) {
      Element panel = null;
      for (String target : TARGETS) {
        String id = tab.attr(target).strip().replaceFirst("^#", "");
        panel = panel == null && !id.isEmpty() ? root.getElementById(id) : panel;
      }
      String name = PlainText.line(tab.text());
      if (panel != null && !name.isEmpty() && !tab.parents().contains(panel)) {
        title(panel, name);
      }
    }
  }

  private static void title(Element panel, String name) {
    Element heading = panel.selectFirst(Selectors.HEADING);
    if (heading == null || !PlainText.line(heading.text()).equals(name)) {
      panel.prependElement("div").addClass("tab-title").text(name);
    }
  }
}
