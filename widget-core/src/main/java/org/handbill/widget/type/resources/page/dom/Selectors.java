package org.handbill.widget.type.resources.page.dom;

import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** The CSS selectors that are asked of every link or list, read once. */
public final class Selectors {

  public static final Evaluator LINK = Selector.evaluatorOf("a[href]");
  public static final Evaluator ANY_LINK = Selector.evaluatorOf("a");
  public static final Evaluator LIST = Selector.evaluatorOf("ul, ol");
  public static final Evaluator BOLD = Selector.evaluatorOf("strong, b");
  public static final Evaluator FIELD = Selector.evaluatorOf("dt, dd");
  public static final Evaluator TERM = Selector.evaluatorOf("dt");
  public static final Evaluator LISTED = Selector.evaluatorOf("ul, ol, dl, table");
  public static final Evaluator PARTED =
      Selector.evaluatorOf("table, ul, ol, dl, h2, h3, h4, h5, h6, [role=heading]");
  public static final Evaluator WITH_PARTS = Selector.evaluatorOf("table, dl, details");
  public static final Evaluator HEADING =
      Selector.evaluatorOf("h1, h2, h3, h4, h5, h6, [role=heading]");
  static final Evaluator HEADING_OR_PARTS =
      Selector.evaluatorOf("h1, h2, h3, h4, h5, h6, [role=heading], ul, ol, p");
  public static final Evaluator NAMING =
      Selector.evaluatorOf("h1, h2, h3, h4, h5, h6, summary, dt, caption");
  public static final Evaluator MAIN =
      Selector.evaluatorOf("main, article, h1:not(a h1), [role=main]");
  public static final Evaluator MAIN_OR_TITLED =
      Selector.evaluatorOf("main, article, h1, h2, [role=main]");
  public static final Evaluator CARD = Selector.evaluatorOf("article, li");
  public static final Evaluator DESCRIBED_IMAGE =
      Selector.evaluatorOf("img[alt]:not([alt='']), img[title]:not([title=''])");
  public static final Evaluator VISIBLE =
      Selector.evaluatorOf("img, svg, picture, [class], [style]");
  public static final Evaluator LINE = Selector.evaluatorOf("p, div, br");
  public static final Evaluator CARD_TITLE =
      Selector.evaluatorOf("[class*=title], [class*=Title], [" + LinkNames.TITLE + "], strong, b");
  public static final Evaluator CALLED_TITLE =
      Selector.evaluatorOf("[class*=title], [class*=Title], [" + LinkNames.TITLE + "]");
  public static final Evaluator PHRASE = Selector.evaluatorOf("span, small, em, i");
  public static final Evaluator CARD_LINE =
      Selector.evaluatorOf("p, :is(div, span):not(:has(p, div))");
  public static final Evaluator STATED = Selector.evaluatorOf("[itemscope]");
  public static final Evaluator OFFERED_BY =
      Selector.evaluatorOf(
          "[itemprop=provider], [itemprop=sourceOrganization], [itemprop=publisher], [itemprop=author]");
  public static final Evaluator NAME = Selector.evaluatorOf("[itemprop=name]");
  public static final Evaluator CONTENT = Selector.evaluatorOf("main, article, [role=main]");
  public static final Evaluator SIGN = Selector.evaluatorOf("i");
  public static final Evaluator IMAGE = Selector.evaluatorOf("img");
  public static final Evaluator CELL = Selector.evaluatorOf("td, th");
  public static final Evaluator ROW = Selector.evaluatorOf("tr");
  public static final Evaluator TABLE = Selector.evaluatorOf("table");
  public static final Evaluator MENU =
      Selector.evaluatorOf("nav, header, footer, [role=navigation], [role=menu]");
  public static final Evaluator WITH_LANGUAGE = Selector.evaluatorOf("[lang]");

  private Selectors() {}
}
