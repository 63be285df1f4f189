package org.handbill.widget.type.resources.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.handbill.widget.model.Paging.Page;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HsdsPagesTest {

  private static SourceBytes answer(String text) {
    return Read.bytes(text.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF{\"total_pages\": 7, \"page_number\": 2, \"contents\": []}",
        "{\"totalPages\": 7, \"number\": 2, \"content\": []}"
      })
  void an_answer_says_which_page_it_is(String text) {
    assertThat(new HsdsPages().page(answer(text))).contains(new Page(2, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"page_number\": 3, \"last_page\": false, \"contents\": [{}]}~3~4",
        "{\"page_number\": 3, \"last_page\": true, \"contents\": [{}]}~3~3",
        "{\"page_number\": 3, \"last_page\": false, \"contents\": []}~3~3",
        "{\"number\": 0, \"last\": false, \"content\": [{}]}~0~2",
      })
  void an_answer_may_only_say_whether_more_follow(String text, int number, int of) {
    assertThat(new HsdsPages().page(answer(text))).contains(new Page(number, of));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"page_number\": 1}",
        "[]",
        "{}",
        "{\"total_pages\": 7}",
        "id,name",
        "{\"total_pages\": ",
        ""
      })
  void an_answer_may_have_no_pages(String text) {
    assertThat(new HsdsPages().page(answer(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/services, https://a.example/services?page=3",
    "https://a.example/services?per_page=9, https://a.example/services?per_page=9&page=3",
    "https://a.example/s?page=2&q=a%26b, https://a.example/s?q=a%26b&page=3",
    "https://a.example/s?homepage=1, https://a.example/s?homepage=1&page=3",
  })
  void the_address_of_a_page_keeps_what_else_is_asked(String other, String page) {
    assertThat(new HsdsPages().address(URI.create(other), 3)).hasToString(page);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/s, true",
    "https://a.example/s?per_page=9, true",
    "https://a.example/s?homepage=1, true",
    "https://a.example/s?page=1, false",
    "https://a.example/s?q=a&page=1, false",
  })
  void an_address_that_names_a_page_is_read_alone(String address, boolean paged) {
    assertThat(HsdsPages.of(URI.create(address)).isPresent()).isEqualTo(paged);
  }

  @Test
  void joined_pages_are_read_as_one_list() {
    SourceBytes one =
        answer("\uFEFF{\"contents\": [{\"name\": \"A\", \"url\": \"https://a.example\"}]}");
    SourceBytes two = answer("{\"contents\": [{\"name\": \"É\", \"url\": \"https://b.example\"}]}");
    SourceBytes all = new HsdsPages().joined(List.of(one, two));
    assertThat(Read.of(new HsdsReader(), all.bytes(), "").lines())
        .containsExactly("# ", "- A https://a.example", "- É https://b.example");
  }
}
