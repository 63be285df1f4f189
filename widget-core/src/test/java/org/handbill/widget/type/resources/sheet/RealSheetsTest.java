package org.handbill.widget.type.resources.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sheets are like that were written for people rather than for programs. */
class RealSheetsTest {

  private static Read read(String text) {
    return Read.of(new SheetReader(Map.of()), text);
  }

  private static List<String> phones(String cell) {
    return read("Name,Website,Phone\nPlace,https://a.example,\"" + cell + "\"\n")
        .item()
        .links()
        .stream()
        .map(link -> link.title() + " " + link.url())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "N/A", "n/d", "-", "…", "#N/A", "null", "."})
  void a_mark_for_nothing_is_nothing(String mark) {
    Item item =
        read("Name,Website,Notes,Organization\nPantry,https://a.example,"
                + mark
                + ","
                + mark
                + "\n")
            .item();
    assertThat(item.summary().text()).isEmpty();
    assertThat(item.facts().organization()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1234/abc.5,https://doi.org/10.1234/abc.5",
    "doi:10.1234/1920-7603(2011)20,https://doi.org/10.1234/1920-7603(2011)20",
    "https:a.example/x,https://a.example/x",
    "ideahttp://a.example/x,http://a.example/x"
  })
  void damaged_and_bare_addresses_are_repaired(String cell, String address) {
    assertThat(read("Name,Link\nGuide," + cell + "\n").item().url()).hasToString(address);
  }
}
