package org.handbill.widget.type.resources.page.strip;

import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Takes out of headings how many entries there are below them: “Shelters 12”, “Forms (3 files)”.
 */
final class HeadingCounts {

  private static final Evaluator COUNTS =
      Selector.evaluatorOf(
          "[class*=count], [class*=Count], [class*=badge], [class*=Badge], [class*=total]");

  private static final Evaluator LABELS =
      Selector.evaluatorOf(
          "h1, h2, h3, h4, h5, h6, summary, dt, caption, button, [role=heading], [role=tab], [role=button]");

  private static final Pattern COUNT =
      Pattern.compile("\\(?\\d{1,5}(?:\\s\\p{L}[\\p{L}.-]{1,19})?\\)?");

  private HeadingCounts() {}

  /** Takes them out of a root. */
  static void strip(Element root) {
    for (Element count : root.select(COUNTS)) {
      Element label = count.closest(LABELS);
      if (label != null
          && label != count
          && COUNT.matcher(PlainText.line(count.text())).matches()
          && label.text().length() > count.text().length()) {
        count.remove();
      }
    }
  }
}
