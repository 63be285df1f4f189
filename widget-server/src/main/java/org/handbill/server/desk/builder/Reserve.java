package org.handbill.server.desk.builder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The room that a page keeps free until its widget is there, so that nothing moves then. Most
 * widgets are higher in the narrow columns of phones.
 *
 * @param columns widths of the column, in CSS pixels, the widest first
 * @param heights what the widget takes in each, in CSS pixels
 * @param measured whether that was seen, not estimated
 */
public record Reserve(List<Integer> columns, List<Integer> heights, boolean measured) {

  /** What pages from 440 to 320 CSS pixels, as phones are wide, leave for a column. */
  private static final List<Integer> PHONES = List.of(408, 388, 368, 348, 328, 308, 288);

  /** From one of them to the next. */
  private static final int STEP = 20;

  /** What such a page has beside its column. */
  private static final int MARGINS = 32;

  private static final Pattern HEIGHTS = Pattern.compile("[1-9]\\d{0,4}(-[1-9]\\d{0,4})*");

  /**
   * On the page that is imagined.
   *
   * @param typed heights as {@link #param} has them; missing ones are estimated, and so are all
   *     where it is anything else
   * @param estimate the likely height in a column of that width
   */
  static Reserve of(HostPage.Width width, String typed, IntUnaryOperator estimate) {
    List<Integer> columns =
        width == HostPage.Width.PHONE
            ? List.of(width.pixels())
            : Stream.concat(Stream.of(width.pixels()), PHONES.stream()).toList();
    boolean measured = HEIGHTS.matcher(typed).matches();
    List<String> seen = measured ? List.of(typed.split("-")) : List.of();
    List<Integer> heights =
        IntStream.range(0, columns.size())
            .map(
                i ->
                    i < seen.size()
                        ? Integer.parseInt(seen.get(i))
                        : estimate.applyAsInt(columns.get(i)))
            .boxed()
            .toList();
    return new Reserve(columns, heights, measured);
  }

  /** In the widest of the columns. */
  public int height() {
    return heights.get(0);
  }

  /** In the column where it is highest. */
  public int highest() {
    return heights.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /** The measured heights, by which {@link #of} restores them; empty where there are none. */
  String param() {
    return measured ? heights.stream().map(String::valueOf).collect(Collectors.joining("-")) : "";
  }

  /** The columns besides the one that is looked at, as {@code builder.js} takes them. */
  public String narrower() {
    return columns.stream().skip(1).map(String::valueOf).collect(Collectors.joining(" "));
  }

  /**
   * A value of {@code min-height} (CSS Values and Units 4) that is nowhere less than the widget
   * takes, and not much more: straight lines above its heights.
   */
  String css() {
    Room wide = new Room(columns.get(0) + MARGINS, height());
    List<Room> phones =
        IntStream.range(1, columns.size())
            .mapToObj(i -> new Room(columns.get(i) + MARGINS + STEP, heights.get(i)))
            .toList();
    if (highest() == height()) {
      return height() + "px";
    }
    return IntStream.range(0, phones.size())
        .mapToObj(turn -> Lines.above(wide, phones, turn))
        .min(Comparator.comparingDouble(lines -> lines.waste(phones)))
        .orElseThrow()
        .css();
  }

  /**
   * What a widget takes on a page up to that width.
   *
   * @param page in CSS pixels
   * @param height in CSS pixels
   */
  private record Room(int page, double height) {}

  /** The higher of a height for wide pages and of lines that fall as a page gets wider. */
  private record Lines(int least, List<Line> lines) {

    /** One line from the wide page to the turn, and a second from there where it has to rise. */
    static Lines above(Room wide, List<Room> phones, int turn) {
      Line first = Line.from(wide, phones.subList(0, turn + 1));
      Room middle = new Room(phones.get(turn).page(), first.at(phones.get(turn).page()));
      Line second = Line.from(middle, phones.subList(turn + 1, phones.size()));
      return new Lines(
          (int) wide.height(),
          Stream.of(first, second).filter(line -> line.percent().signum() > 0).toList());
    }

    double waste(List<Room> rooms) {
      return rooms.stream().mapToDouble(room -> at(room.page()) - room.height()).sum();
    }

    private double at(int page) {
      return lines.stream().mapToDouble(line -> line.at(page)).reduce(least, Math::max);
    }

    String css() {
      return lines.stream()
          .map(Line::css)
          .collect(Collectors.joining(",", "max(" + least + "px,", ")"));
    }
  }

  /**
   * A height that falls as a page gets wider.
   *
   * @param zero what it were on a page without width, in CSS pixels
   * @param percent how much of the page's width goes off
   */
  private record Line(int zero, BigDecimal percent) {

    /** The lowest from a room that lies above all narrower ones. */
    static Line from(Room room, List<Room> narrower) {
      double steepest =
          narrower.stream()
              .filter(one -> one.page() < room.page())
              .mapToDouble(one -> (one.height() - room.height()) / (room.page() - one.page()))
              .reduce(0, Math::max);
      BigDecimal percent = BigDecimal.valueOf(100 * steepest).setScale(1, RoundingMode.CEILING);
      return new Line(
          (int) Math.ceil(room.height() + percent.doubleValue() * room.page() / 100), percent);
    }

    double at(int page) {
      return zero - percent.doubleValue() * page / 100;
    }

    String css() {
      return zero + "px - " + percent.stripTrailingZeros().toPlainString() + "vw";
    }
  }
}
