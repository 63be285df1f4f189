package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "EN-us, en-US",
    "es-MX, es-MX",
    "zh-hANT, zh-Hant",
    "zh-Hant-TW, zh-Hant-TW",
    "sr-latn-rs, sr-Latn-RS",
    "es-419, es-419",
    "iw, he",
    "in, id",
    "xx, xx",
    "spa, es",
    "SPA-mx, es-MX",
    "fre, fr",
    "fra, fr",
    "hmn, hmn",
    "en-US-u-ca-buddhist, en-US-u-ca-buddhist",
  })
  void a_tag_is_read_into_its_usual_spelling(String typed, String tag) {
    assertThat(Language.parse(typed)).contains(new Language(tag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "e",
        "en_US",
        "en-",
        "-en",
        "en--US",
        "en us",
        "en;q=0.5",
        "*",
        "und",
        "x-private",
        "en\0",
        "İ",
        "../../etc/passwd",
        "<script>",
        "en-abc-def-ghi-jkl",
      })
  void what_is_no_tag_is_no_language(String typed) {
    assertThat(Language.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("endless")
  void an_endless_tag_is_no_language(String typed) {
    assertThat(Language.parse(typed)).isEmpty();
  }

  static java.util.List<String> endless() {
    return java.util.List.of("a".repeat(100_000), "en" + "-abcde".repeat(20_000));
  }

  @ParameterizedTest
  @CsvSource({
    "en, ltr",
    "es, ltr",
    "vi, ltr",
    "zh-Hant, ltr",
    "az-Latn, ltr",
    "ar, rtl",
    "ar-EG, rtl",
    "he, rtl",
    "iw, rtl",
    "fa, rtl",
    "ur, rtl",
    "yi, rtl",
    "ps-AF, rtl",
    "ku-Arab, rtl",
    "pa-Arab, rtl",
    "ur-Latn, ltr",
  })
  void the_direction_follows_the_script(String tag, String dir) {
    assertThat(Language.parse(tag).orElseThrow().dir()).isEqualTo(dir);
  }

  @ParameterizedTest
  @CsvSource({"en, English", "es, español", "ar, العربية", "vi, Tiếng Việt", "zh-Hant, 中文 (繁體)"})
  void a_language_is_named_in_itself(String tag, String name) {
    assertThat(new Language(tag).ownName()).isEqualTo(name);
  }
}
