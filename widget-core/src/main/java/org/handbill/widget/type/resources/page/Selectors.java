package org.handbill.widget.type.resources.page;

import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** The CSS selectors that are asked of every link or list, read once. */
final class Selectors {

  static final Evaluator LINK = Selector.evaluatorOf("a[href]");
  static final Evaluator ANY_LINK = Selector.evaluatorOf("a");
  static final Evaluator LIST = Selector.evaluatorOf("ul, ol");
  static final Evaluator TITLE_BY_CLASS =
      Selector.evaluatorOf("span.title, div.title, p.title, span.heading, div.heading, p.heading");
  static final Evaluator BOLD = Selector.evaluatorOf("strong, b");
  static final Evaluator FIELD = Selector.evaluatorOf("dt, dd");
  static final Evaluator TERM = Selector.evaluatorOf("dt");
  static final Evaluator LISTED = Selector.evaluatorOf("ul, ol, dl, table");
  static final Evaluator PARTED =
      Selector.evaluatorOf("table, ul, ol, dl, h2, h3, h4, h5, h6, [role=heading]");
  static final Evaluator WITH_PARTS = Selector.evaluatorOf("table, dl, details");
  static final Evaluator HEADING = Selector.evaluatorOf("h1, h2, h3, h4, h5, h6, [role=heading]");
  static final Evaluator HEADING_OR_PARTS =
      Selector.evaluatorOf("h1, h2, h3, h4, h5, h6, [role=heading], ul, ol, p");
  static final Evaluator NAMING =
      Selector.evaluatorOf("h1, h2, h3, h4, h5, h6, summary, dt, caption");
  static final Evaluator MAIN = Selector.evaluatorOf("main, article, h1:not(a h1), [role=main]");
  static final Evaluator MAIN_OR_TITLED =
      Selector.evaluatorOf("main, article, h1, h2, [role=main]");
  static final Evaluator CARD = Selector.evaluatorOf("article, li");
  static final Evaluator DESCRIBED_IMAGE =
      Selector.evaluatorOf("img[alt]:not([alt='']), img[title]:not([title=''])");
  static final Evaluator VISIBLE = Selector.evaluatorOf("img, svg, picture, [class], [style]");
  static final Evaluator LINE = Selector.evaluatorOf("p, div, br");
  static final Evaluator CARD_TITLE =
      Selector.evaluatorOf("[class*=title], [class*=Title], strong, b");
  static final Evaluator CARD_LINE = Selector.evaluatorOf("p, div:not(:has(p, div)), span");
  static final Evaluator STATED = Selector.evaluatorOf("[itemscope]");
  static final Evaluator OFFERED_BY =
      Selector.evaluatorOf(
          "[itemprop=provider], [itemprop=sourceOrganization], [itemprop=publisher], [itemprop=author]");
  static final Evaluator NAME = Selector.evaluatorOf("[itemprop=name]");
  static final Evaluator IMAGE = Selector.evaluatorOf("img");
  static final Evaluator CELL = Selector.evaluatorOf("td, th");
  static final Evaluator ROW = Selector.evaluatorOf("tr");
  static final Evaluator TABLE = Selector.evaluatorOf("table");
  static final Evaluator MENU =
      Selector.evaluatorOf("nav, header, footer, [role=navigation], [role=menu]");
  static final Evaluator WITH_LANGUAGE = Selector.evaluatorOf("[lang]");

  private Selectors() {}
}
