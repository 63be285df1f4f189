package org.handbill.widget.type.resources;

import static org.handbill.widget.model.TextHeight.LETTERS;
import static org.handbill.widget.model.TextHeight.SMALL;

import java.util.Locale;
import org.handbill.widget.model.TextHeight;
import org.handbill.widget.type.resources.ResourcesView.Badge;
import org.handbill.widget.type.resources.ResourcesView.Row;
import org.handbill.widget.type.resources.ResourcesView.Target;

/** How high an entry of a list stands with the gap below it, in CSS pixels. */
final class RowHeight {

  private static final double TITLE_LINE = 1.4 * LETTERS;
  private static final double LINK_EDGE = 0.2 * LETTERS;
  private static final double BADGE_EDGE = 1.5 * LETTERS;
  private static final double INDENT = 1.1 * LETTERS;
  private static final double FOR_BUTTON = 2 * LETTERS;
  private static final double BELOW = 0.7 * LETTERS;
  private static final double BELOW_COMPACT = 0.25 * LETTERS;
  private static final double TILE = 15 * LETTERS; // the least width
  private static final double TILE_GAP = 0.8 * LETTERS;
  private static final double TILE_EDGE = 1.8 * LETTERS + 2;
  private static final double TILE_SIDES = 3.1 * LETTERS + 2;
  private static final double PICTURE = 9.0 / 16;
  private static final double PICTURE_GAP = 1.3 * LETTERS;
  private static final double FURTHER = 0.94 * LETTERS;
  private static final double FURTHER_LINE = 1.85 * FURTHER;

  private final Look.Layout layout;
  private final int columns;
  private final double room;

  RowHeight(String layout, double width) {
    this.layout = Look.Layout.valueOf(layout.toUpperCase(Locale.ROOT));
    this.columns = tiles() ? (int) Math.max(1, (width + TILE_GAP) / (TILE + TILE_GAP)) : 1;
    this.room =
        tiles()
            ? (width - (columns - 1) * TILE_GAP) / columns - TILE_SIDES
            : width - INDENT - FOR_BUTTON;
  }

  private boolean tiles() {
    return layout == Look.Layout.CARDS || layout == Look.Layout.VIDEOS;
  }

  /** How many entries stand side by side. */
  int columns() {
    return columns;
  }

  double of(Row row) {
    double height = cover(row) + title(row) + TextHeight.small(row.target().note(), room);
    height += TextHeight.small(String.join(" · ", row.origin()), room);
    height += TextHeight.of(TextHeight.words(row.summary()), room);
    height += further(row);
    return switch (layout) {
      case LIST -> height + BELOW;
      case COMPACT -> height + BELOW_COMPACT;
      case CARDS, VIDEOS -> height + TILE_EDGE + TILE_GAP;
    };
  }

  private double cover(Row row) {
    return row.picture().isEmpty() || row.away()
        ? 0
        : (room + TILE_SIDES - 2) * PICTURE - 0.2 * LETTERS;
  }

  private double title(Row row) {
    int lines = TextHeight.lines(row.target().title(), room, LETTERS);
    double picture = row.away() ? room * PICTURE + PICTURE_GAP : 0;
    double badges =
        row.badges().stream()
            .map(Badge::text)
            .mapToDouble(text -> TextHeight.width(text, SMALL) + BADGE_EDGE)
            .sum();
    boolean beside = lines == 1 && TextHeight.width(row.target().title(), LETTERS) + badges < room;
    double below = badges == 0 || beside ? 0 : Math.ceil(badges / room) * TITLE_LINE;
    return picture + lines * TITLE_LINE + LINK_EDGE + below;
  }

  private double further(Row row) {
    double height = 0;
    double taken = 0;
    for (Target link : row.links()) {
      String words = link.note().isEmpty() ? link.title() : link.title() + " " + link.note();
      double next = TextHeight.width(words, FURTHER) + LETTERS;
      boolean starts = taken == 0 || taken + next > room;
      if (starts) {
        height += FURTHER_LINE * Math.max(1, TextHeight.lines(words, room, FURTHER));
      }
      taken = starts ? next : taken + next;
    }
    return height;
  }
}
