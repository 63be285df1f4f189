package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private static Languages languages(String tags) {
    return new Languages(Arrays.stream(tags.split(" ", -1)).map(Language::new).toList());
  }

  @ParameterizedTest(name = "{1} out of {0} is {2}")
  @CsvSource({
    // RFC 4647, 3.4: the last subtags are dropped until something fits
    "en es, es-MX, es",
    "en es, es-419, es",
    "en es, ES-mx, es",
    "en es, en_US, en",
    "es en, en_US, en",
    "en zh-Hant, zh-Hant-HK, zh-Hant",
    "en pt-PT pt, pt-BR, pt",
    "en zh zh-Hant, zh-Hant-HK, zh-Hant",
    "en es, es-x-private, es",
    "en es, es-u-ca-buddhist, es",
    // a Chinese region implies its script
    "en zh-Hans zh-Hant, zh-TW, zh-Hant",
    "en zh-Hans zh-Hant, zh-HK, zh-Hant",
    "en zh-Hans zh-Hant, zh-MO, zh-Hant",
    "en zh-Hant zh-Hans, zh-CN, zh-Hans",
    "en zh-Hant zh-Hans, zh-SG, zh-Hans",
    "en zh-Hans zh-Hant, zh_TW, zh-Hant",
    "en zh-Hans, zh-TW, en",
    "en zh-Hant zh-Hans, zh, zh-Hant",
    "en zh, zh-TW, zh",
    // another region of the same language serves better than another language
    "en es-419, es-MX, es-419",
    "en pt, pt-BR, pt",
    "en pt-BR, pt, pt-BR",
    "en pt pt-BR, pt-BR, pt-BR",
    "en pt pt-BR, pt-PT, pt",
    "en pt-PT pt-BR, pt-BR, pt-BR",
    "en sr-Latn, sr-Cyrl, en",
    // what fits nothing gets the default
    "en es, xx, en",
    "es en, xx, es",
    "en es, e, en",
    "en es, '', en",
    "en es, 'es;q=1', en",
    "en es, ' es', en",
    "en es, <script>, en",
  })
  void a_wish_gets_the_best_there_is(String tags, String wish, String best) {
    assertThat(languages(tags).best(wish)).isEqualTo(new Language(best));
  }

  @Test
  void no_wish_gets_the_default() {
    assertThat(languages("es en").best(null)).isEqualTo(new Language("es"));
  }

  @Test
  void an_endless_wish_gets_the_default() {
    assertThat(languages("en es").best("es-" + "x".repeat(100_000))).isEqualTo(Language.ENGLISH);
  }

  @Test
  void an_endless_wish_of_sound_subtags_gets_the_default() {
    assertThat(languages("en es").best("es" + "_abcde".repeat(20_000))).isEqualTo(Language.ENGLISH);
  }

  @Test
  void a_wish_that_nothing_fits_is_not_found() {
    assertThat(languages("en es").find("vi")).isEmpty();
  }

  @Test
  void without_any_language_there_is_nothing_to_serve() {
    assertThatThrownBy(() -> new Languages(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("At least one language");
  }
}
