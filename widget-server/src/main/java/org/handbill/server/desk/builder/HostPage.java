package org.handbill.server.desk.builder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.handbill.widget.model.Language;
import org.jspecify.annotations.Nullable;

/**
 * The page that a webmaster imagines around a widget.
 *
 * @param width how much room it leaves
 * @param ground whether it is light or dark
 * @param reading where its lines begin
 */
public record HostPage(Width width, Shade ground, Reading reading) {

  /** The one that is shown first for a widget in that language. */
  static HostPage usual(Language language) {
    return new HostPage(
        Width.COLUMN, Shade.AUTO, language.dir().equals("rtl") ? Reading.RTL : Reading.LTR);
  }

  /** How much room a page leaves for a widget. */
  public enum Width {
    PHONE(320),
    COLUMN(640),
    /** As wide as the preview can be; this is what it is on a screen of a usual size. */
    FULL(736);

    private final int pixels;

    Width(int pixels) {
      this.pixels = pixels;
    }

    /** In CSS pixels. */
    int pixels() {
      return pixels;
    }
  }

  /** Whether a page is light or dark. */
  public enum Shade {
    /** As the device of whoever looks at it. */
    AUTO,
    LIGHT,
    DARK
  }

  /** Where the lines of a page begin. */
  public enum Reading {
    LTR,
    RTL
  }

  /** What a query says of it; anything that is not known is as usual. */
  static HostPage of(Map<String, String> query, Language language) {
    HostPage usual = usual(language);
    return new HostPage(
        parse(Width.values(), query.get("width"), usual.width),
        parse(Shade.values(), query.get("ground"), usual.ground),
        parse(Reading.values(), query.get("dir"), usual.reading));
  }

  private static <E extends Enum<E>> E parse(E[] values, @Nullable String typed, E usual) {
    return Arrays.stream(values)
        .filter(value -> param(value).equals(typed))
        .findFirst()
        .orElse(usual);
  }

  /** The same as part of a query, without what is as usual. */
  Map<String, String> query(Language language) {
    HostPage usual = usual(language);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("width", width == usual.width ? "" : param(width));
    query.put("ground", ground == usual.ground ? "" : param(ground));
    query.put("dir", reading == usual.reading ? "" : param(reading));
    return query;
  }

  /** The name in a query. */
  public static String param(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
