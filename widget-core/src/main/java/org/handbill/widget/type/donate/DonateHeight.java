package org.handbill.widget.type.donate;

import static org.handbill.widget.model.TextHeight.LETTERS;
import static org.handbill.widget.model.TextHeight.LINE;
import static org.handbill.widget.model.TextHeight.SMALL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.handbill.widget.model.TextHeight;

/** How high donate buttons stand, in CSS pixels, as donate.css has it. */
final class DonateHeight {

  private static final double GAP = 0.6 * LETTERS;
  private static final double CONTROL = 2.75 * LETTERS;
  private static final double BUTTON_EDGE = 2 * (0.6 * LETTERS + 1);
  private static final int APART = 3; // so many choices no longer touch
  private static final double BUTTON = 6.5 * LETTERS; // the least width of a button
  private static final double BAR = 38 * LETTERS; // from this width on all is in one line
  private static final double BAR_BUTTON = 4 * LETTERS;
  private static final double BAR_OTHER = 14 * LETTERS;
  private static final double SMALL_LINE = 1.3 * SMALL;
  private static final double METER = 0.7 * LETTERS;
  private static final double SMALL_GAP = 0.3 * LETTERS;

  private final DonateView view;
  private final int width;

  DonateHeight(DonateView view, int width) {
    this.view = view;
    this.width = width;
  }

  int height() {
    DonateView.Purse purse = view.purses().get(0); // the others are hidden at first
    DonateView.Purpose purpose = purse.purposes().get(0);
    double height = view.meter().map(this::meter).orElse(0.0);
    height += choices(view.purses().stream().map(DonateView.Purse::name).toList());
    height += choices(purse.purposes().stream().map(DonateView.Purpose::name).toList());
    DonateView.Panel panel = purpose.panels().get(0);
    List<String> often = purpose.panels().stream().map(DonateView.Panel::name).toList();
    if (isBar()) {
      double beside = often.size() > 1 ? often.size() * BUTTON : 0;
      return (int) Math.ceil(height + inOneLine(panel, width - beside));
    }
    return (int) Math.ceil(height + choices(often) + panel(panel, width));
  }

  private boolean isBar() {
    return view.layout().equals(Layout.BAR.word()) && width >= BAR;
  }

  private double meter(DonateView.Meter meter) {
    double details =
        meter.details().isEmpty() ? 0 : TextHeight.small(meter.details(), width) + SMALL_GAP;
    double remark = meter.remark().isEmpty() ? 0 : TextHeight.of(meter.remark(), width) + SMALL_GAP;
    return TextHeight.of(meter.text(), width) + SMALL_GAP + METER + details + remark + LETTERS;
  }

  /** Choices, where there is more than one, in as many rows as they need. */
  private double choices(List<String> names) {
    if (names.size() < 2) {
      return 0;
    }
    boolean apart = names.size() >= APART;
    double gap = apart ? GAP : 0;
    double height = 0;
    double room = 0;
    List<String> row = new ArrayList<>();
    for (String name : names) {
      double least = Math.max(longestWord(name) + BUTTON_EDGE, apart ? BUTTON : 0) + gap;
      if (!row.isEmpty() && least > room) {
        height += row(row, gap);
        row.clear();
      }
      room = (row.isEmpty() ? width + gap : room) - least;
      row.add(name);
    }
    return height + row(row, gap);
  }

  private double row(List<String> names, double gap) {
    double each = (width + gap) / names.size() - gap - BUTTON_EDGE;
    int lines =
        names.stream().mapToInt(name -> TextHeight.lines(name, each, LETTERS)).max().orElse(1);
    return CONTROL + (lines - 1) * LETTERS * LINE + GAP;
  }

  private static double longestWord(String name) {
    return Stream.of(name.split(" ", -1))
        .mapToDouble(word -> TextHeight.width(word, LETTERS))
        .max()
        .orElse(0);
  }

  private double panel(DonateView.Panel panel, double room) {
    double options = options(panel.options(), room);
    return (options == 0 ? 0 : options + GAP) + other(panel, room);
  }

  /** The other amount stands behind the others where there is room, and below them elsewhere. */
  private double inOneLine(DonateView.Panel panel, double room) {
    int amounts = panel.options().size();
    double spare = room - amounts * (BAR_BUTTON + GAP) - BAR_OTHER;
    if (spare < 0) {
      return panel(panel, room);
    }
    double more = spare / (amounts + 1); // which each of them takes
    double options = options(panel.options(), room - BAR_OTHER - more - GAP);
    return Math.max(options, other(panel, BAR_OTHER + more));
  }

  private static double other(DonateView.Panel panel, double room) {
    double label = panel.own().map(own -> TextHeight.of(own.label(), room) + SMALL_GAP).orElse(0.0);
    return label + CONTROL;
  }

  /** As many in a row as there is room for; a row is as high as its highest. */
  private double options(List<DonateView.Option> options, double room) {
    boolean card = view.layout().equals(Layout.CARD.word());
    double least = isBar() ? BAR_BUTTON : BUTTON;
    int row = card ? 1 : (int) Math.max(1, (room + GAP) / (least + GAP));
    double height = 0;
    for (int from = 0; from < options.size(); from += row) {
      List<DonateView.Option> next = options.subList(from, Math.min(from + row, options.size()));
      double each = (room - (next.size() - 1) * GAP) / next.size() - BUTTON_EDGE;
      height += next.stream().mapToDouble(option -> option(option, each, card)).max().orElse(0);
      height += from == 0 ? 0 : GAP;
    }
    return height;
  }

  private static double option(DonateView.Option option, double room, boolean card) {
    if (card) { // the words stand beside the amount where they fit
      double words = TextHeight.width(option.suggested() + option.impact(), SMALL) + 2 * LETTERS;
      double amount = TextHeight.width(option.text(), LETTERS);
      if (amount + words < room) {
        return CONTROL;
      }
    }
    int small =
        TextHeight.lines(option.suggested(), room, SMALL)
            + TextHeight.lines(option.impact(), room, SMALL);
    return CONTROL + small * SMALL_LINE;
  }
}
