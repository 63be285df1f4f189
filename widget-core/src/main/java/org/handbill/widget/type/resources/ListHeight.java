package org.handbill.widget.type.resources;

import static org.handbill.widget.model.TextHeight.LETTERS;
import static org.handbill.widget.model.TextHeight.LINE;

import java.util.List;
import org.handbill.widget.model.TextHeight;
import org.handbill.widget.type.resources.ResourcesView.Finder;
import org.handbill.widget.type.resources.ResourcesView.Section;

/** How high a list stands, in CSS pixels, as resources.css has it. */
final class ListHeight {

  private static final double ROW = LETTERS * LINE;
  private static final double CONTROL = 2.75 * LETTERS;
  private static final double LABELLED = CONTROL + 0.92 * LETTERS * (LINE + 0.2);
  private static final double CHOICE = 9 * 0.92 * LETTERS; // the least width
  private static final double CHOICE_GAP = 0.8 * LETTERS;
  private static final double GAP = 0.6 * LETTERS;
  private static final double EXIT = 1.2 * LETTERS + ROW + LETTERS + LETTERS;
  private static final double HEADING = 1.05 * LETTERS;
  private static final double HEADING_LINE = 1.35 * HEADING;
  private static final double HEADING_EDGE = 1 + 1.4 * LETTERS;
  private static final double HEADING_GAPS = 1.7 * LETTERS;
  private static final double BELOW_ROWS = 0.9 * LETTERS;
  private static final double MORE = ROW + 1.5 * LETTERS;

  private final ResourcesView view;
  private final int width;

  ListHeight(ResourcesView view, int width) {
    this.view = view;
    this.width = width;
  }

  int height() {
    double height = TextHeight.of(view.notice(), width);
    Finder finder = view.finder();
    if (finder != null) {
      height += finder(finder);
    }
    if (!view.exit().isEmpty()) {
      String words = view.t().get("exit.keys") + " " + view.t().get("exit.history");
      height += EXIT + TextHeight.small(words, width);
    }
    if (!view.whole().isEmpty()) {
      height += ROW + GAP;
    }
    for (Section section : view.sections()) {
      height += section(section);
    }
    if (!view.next().isEmpty()) {
      height += MORE;
    }
    if (!view.print().isEmpty()) {
      height += ROW;
    }
    if (view.plays()) {
      height += TextHeight.small(view.t().get("play.note"), width);
    }
    if (!view.updated().isEmpty()) {
      height += ROW;
    }
    return (int) Math.ceil(height);
  }

  private double finder(Finder finder) {
    double button = TextHeight.width(view.t().get("search.go"), LETTERS) + 2.8 * LETTERS;
    double taken = 0;
    double height = LABELLED + CHOICE_GAP;
    for (int i = 0; i <= finder.choices().size(); i++) {
      double next = i < finder.choices().size() ? CHOICE : button;
      boolean starts = taken == 0 || taken + CHOICE_GAP + next > width;
      if (starts) {
        height += GAP + (i < finder.choices().size() ? LABELLED : CONTROL);
      }
      taken = starts ? next : taken + CHOICE_GAP + next;
    }
    return height;
  }

  private double section(Section section) {
    double count = TextHeight.width(section.count(), TextHeight.SMALL);
    int lines = TextHeight.lines(section.title(), width - HEADING_GAPS - count, HEADING);
    double height = HEADING_EDGE + lines * HEADING_LINE;
    if (section.open()) {
      height += section.rows().isEmpty() ? 0 : rows(section.rows()) + BELOW_ROWS;
      height += section.more().isEmpty() ? 0 : MORE;
    }
    return height;
  }

  private double rows(List<ResourcesView.Row> rows) {
    RowHeight row = new RowHeight(view.layout(), width);
    double height = 0;
    for (int from = 0; from < rows.size(); from += row.columns()) {
      int end = Math.min(from + row.columns(), rows.size());
      height += rows.subList(from, end).stream().mapToDouble(row::of).max().orElse(0);
    }
    return height;
  }
}
