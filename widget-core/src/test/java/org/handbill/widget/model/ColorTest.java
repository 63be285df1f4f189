package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorTest {

  private static final Color WHITE = new Color("#ffffff");
  private static final Color DARK = new Color("#1b1d22");

  @ParameterizedTest
  @CsvSource({
    "#fff, #ffffff",
    "#A4262C, #a4262c",
    "#abc8, #aabbcc88",
    "#a4262c80, #a4262c80",
  })
  void the_four_spellings_are_kept_as_six_or_eight_digits(String typed, String hex) {
    assertThat(Color.parse(typed)).contains(new Color(hex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "red",
        "#ff",
        "#fffff",
        "#fffffff",
        "#fffffffff",
        "#ggg",
        " #fff",
        "#fff ",
        "#fff;",
        "#fff\n",
        "#fff;}@import url(//evil.example)",
        "#fff/**/",
        "rgb(0,0,0)",
        "var(--x)",
        "#١٢٣",
        "＃fff",
      })
  void nothing_else_gets_into_a_style_sheet(String typed) {
    assertThat(Color.parse(typed)).isEmpty();
  }

  /** Figures that WCAG's own relative luminance gives, as contrast checkers print them. */
  @ParameterizedTest
  @CsvSource({
    "#000000, #ffffff, 21.00",
    "#ffffff, #ffffff, 1.00",
    "#777777, #ffffff, 4.48",
    "#767676, #ffffff, 4.54",
    "#ff0000, #ffffff, 4.00",
    "#00ff00, #ffffff, 1.37",
    "#0000ff, #ffffff, 8.59",
    "#ffff00, #000000, 19.56",
    "#a4262c, #ffffff, 7.26",
  })
  void the_contrast_is_that_of_wcag(String one, String other, double ratio) {
    assertThat(new Color(one).contrast(new Color(other))).isCloseTo(ratio, within(0.01));
  }

  @Test
  void the_contrast_is_the_same_both_ways() {
    Color accent = new Color("#0b6e4f");
    assertThat(accent.contrast(WHITE)).isEqualTo(WHITE.contrast(accent));
  }

  @ParameterizedTest
  @CsvSource({"#ffffff, #000000", "#000000, #ffffff", "#ffcc00, #000000", "#5b3a9e, #ffffff"})
  void text_on_a_colour_is_black_or_white_whichever_reads_better(String ground, String text) {
    assertThat(new Color(ground).readable()).isEqualTo(new Color(text));
  }

  @Test
  void a_colour_that_can_be_read_stays_as_it_is() {
    Color accent = new Color("#a4262c");
    assertThat(accent.readableOn(WHITE, 4.5)).isEqualTo(accent);
  }

  @ParameterizedTest
  @MethodSource("twoHundredColours")
  void any_accent_can_be_read_on_light_and_on_dark(Color accent) {
    assertThat(accent.readableOn(WHITE, 4.5).contrast(WHITE)).isGreaterThanOrEqualTo(4.5);
    assertThat(accent.readableOn(DARK, 4.5).contrast(DARK)).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @MethodSource("twoHundredColours")
  void any_ground_carries_black_or_white(Color ground) {
    assertThat(ground.readable().contrast(ground)).isGreaterThanOrEqualTo(4.5);
  }

  static Stream<Color> twoHundredColours() {
    return new Random(17)
        .ints(200, 0, 0x1000000)
        .mapToObj(rgb -> new Color(String.format(Locale.ROOT, "#%06x", rgb)));
  }
}
