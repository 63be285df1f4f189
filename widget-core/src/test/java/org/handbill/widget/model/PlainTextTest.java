package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static String sign(int codePoint) {
    return Character.toString(codePoint);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x01, 0x07, 0x08, 0x0B, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, // controls
        0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, // CVE-2021-42574
        0xD800, 0xDBFF, 0xDC00, 0xDFFF, // lone surrogates
        0xFEFF, 0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF, // no characters
      })
  void what_no_reader_sees_is_dropped(int codePoint) {
    assertThat(PlainText.tidy("a" + sign(codePoint) + "b")).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two\nlines\r\nand a\ttab",
        "español, Tiếng Việt, 中文, Монгол, العربية, עברית",
        "\uD83D\uDE80 \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDFA\uD83C\uDDF8 ❤\uFE0F",
        "می\u200Cخواهم",
        "a\u200Eb\u200Fc\u061Cd",
        "\uDBFF\uDFFD",
      })
  void what_a_reader_sees_is_kept(String text) {
    assertThat(PlainText.tidy(text)).isEqualTo(text);
  }

  @Test
  void a_pair_the_wrong_way_round_is_two_lone_surrogates() {
    assertThat(PlainText.tidy("a\uDE80\uD83Db")).isEqualTo("ab");
  }

  @Test
  void one_line_has_single_blanks_and_none_at_its_ends() {
    assertThat(PlainText.line(" \t a \u00a0\r\n  b\0\n")).isEqualTo("a b");
  }

  @Test
  void a_line_of_nothing_is_empty() {
    assertThat(PlainText.line(" \u00a0\n\u202e\0")).isEmpty();
  }

  @Test
  void any_text_can_be_written_as_utf_8_afterwards() {
    Random random = new Random(23);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(40, 0, 0x10000).forEach(c -> text.append((char) c));
      String tidy = PlainText.tidy(text.toString());
      assertThat(new String(tidy.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .as("seed 23, text %d", i)
          .isEqualTo(tidy);
    }
  }

  @Test
  void tidying_twice_changes_nothing() {
    String once = PlainText.line("\uD83D\uFEFF\uDE80 a\u202e b");
    assertThat(PlainText.line(once)).isEqualTo(once);
  }
}
