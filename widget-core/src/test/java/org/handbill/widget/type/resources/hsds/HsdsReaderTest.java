package org.handbill.widget.type.resources.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Read;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HsdsReaderTest {

  private static final HsdsReader READER = new HsdsReader();

  private static final String SERVICE =
      """
      {"id": "1", "name": "Counselling", "description": "Talk\\nto us", "url": "http://a.example/c",
       "email": "desk@a.example", "status": "active", "assurer_email": "jane@private.example",
       "assured_date": "2026-01-02", "last_modified": "2026-03-15T10:30:45.123Z",
       "phones": [{"number": "+44 1234 234567", "extension": "100", "type": "voice"},
                  {"number": "+44 1234 999999", "type": "fax"}],
       "languages": [{"name": "Urdu", "code": "ur"}],
       "attributes": [{"taxonomy_term": {"name": "Mental health"}}],
       "organization": {"name": "Example Org", "website": "http://org.example", "email": "o@org.example"}}
      """;

  @Test
  void a_service_becomes_an_entry() {
    Read read = Read.of(READER, SERVICE);
    assertThat(read.lines())
        .containsExactly(
            "# Mental health",
            "- Counselling http://a.example/c",
            "  + +44 1234 234567 tel:+441234234567;ext=100",
            "  + desk@a.example mailto:desk@a.example");
    Item item = read.item();
    assertThat(item.language()).contains(new Language("ur"));
    assertThat(item.summary().html()).isEqualTo("Talk<br>to us");
    assertThat(item.facts().organization()).contains("Example Org");
    assertThat(item.facts().updated()).contains(LocalDate.of(2026, 3, 15));
    assertThat(item.facts().verified()).contains(LocalDate.of(2026, 1, 2));
    assertThat(read.groups().toString()).doesNotContain("jane", "999999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s]",
        "{\"total_items\": 1, \"contents\": [%s]}",
        "{\"content\": [%s]}",
        "{\"services\": [%s]}",
        "{\"count\": 1, \"results\": [%s]}",
        "{\"items\": [%s]}",
        "{\"organizations\": [{\"name\": \"Parent\", \"services\": [%s]}]}"
      })
  void services_are_found_in_every_shape_of_a_list(String shape) {
    assertThat(Read.of(READER, shape.formatted(SERVICE)).item().title()).isEqualTo("Counselling");
  }

  @Test
  void services_may_stand_one_a_line() {
    String line = "{\"name\": \"%1$s\", \"url\": \"https://%1$s.example\"}\n";
    assertThat(Read.of(READER, line.formatted("a") + line.formatted("b")).lines())
        .containsExactly("# ", "- a https://a.example", "- b https://b.example");
  }

  @Test
  void tables_in_one_object_are_joined() {
    Read read =
        Read.of(
            READER,
            """
            {"organizations": [{"id": 7, "name": "Harbor House", "url": "https://harbor.example"}],
             "services": [{"id": 1, "organization_id": 7, "name": "Meals", "status": "active"}],
             "phones": [{"service_id": 1, "number": "555 0101"}],
             "taxonomy": [{"id": "t", "name": "Food"}],
             "services_taxonomy": [{"service_id": 1, "taxonomy_id": "t"}]}
            """);
    assertThat(read.lines())
        .containsExactly("# Food", "- Meals https://harbor.example", "  + 555 0101 tel:5550101");
    assertThat(read.item().facts().organization()).contains("Harbor House");
  }

  @Test
  void numbers_of_places_stand_in_for_the_organizations() {
    Read read =
        Read.of(
            READER,
            """
            {"name": "Clinic", "url": "https://c.example", "status": "active",
             "locations": [{"name": "Mill Lane", "phones": [{"number": "555 0104"}]}],
             "phones": [{"number": "555 0101"}],
             "service_at_locations": [
               {"phones": [{"number": "555 0102"}, {"number": "555 0101"}],
                "location": {"name": "Old Town", "url": "https://c.example/old-town",
                             "phones": [{"number": "555 0103"}]}}],
             "contacts": [{"name": "Jane", "phones": [{"number": "555 0199"}]}],
             "organization": {"name": "Health", "phones": [{"number": "555 0100"}]}}
            """);
    assertThat(read.lines())
        .containsExactly(
            "# ",
            "- Clinic https://c.example",
            "  + Old Town https://c.example/old-town",
            "  + 555 0101 tel:5550101",
            "  + 555 0102 tel:5550102",
            "  + 555 0103 tel:5550103",
            "  + 555 0104 tel:5550104");
  }

  @Test
  void an_endless_row_of_numbers_is_not_read_to_its_end() {
    String numbers = "{\"number\": \"555 0101\"},".repeat(50) + "{\"number\": \"555 0102\"}";
    Read read =
        Read.of(
            READER,
            "{\"name\": \"Clinic\", \"service_at_locations\": [{\"phones\": [%s]}]}"
                .formatted(numbers));
    assertThat(read.lines()).containsExactly("# ", "- Clinic tel:5550101");
  }

  @Test
  void names_are_read_without_their_markup() {
    Read read =
        Read.of(
            READER,
            """
            {"name": "Bread &amp; Roses&#39; <i>Kitchen</i>", "url": "https://b.example",
             "description": "Soup &amp; salad,\\n< 18 years free",
             "organization": {"name": "R&D &amp; Co"}, "taxonomy_terms": [{"name": "Food &amp; drink"}]}
            """);
    assertThat(read.lines())
        .containsExactly("# Food & drink", "- Bread & Roses' Kitchen https://b.example");
    assertThat(read.item().facts().organization()).contains("R&D & Co");
    assertThat(read.item().summary().html()).isEqualTo("Soup &amp; salad,<br>&lt; 18 years free");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\": \"spa\"}",
        "{\"code\": \"es\"}, {\"name\": \"Spanish\"}",
        "{\"language\": \"Spanish\"}",
        "{\"code\": \"Español\"}",
        "\"spa\""
      })
  void one_language_is_the_same_however_it_is_stated(String stated) {
    String one = "{\"name\": \"Urdu\", \"code\": \"ur\"}";
    assertThat(Read.of(READER, SERVICE.replace(one, stated)).item().language())
        .contains(new Language("es"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\": \"spa\"}, {\"code\": \"ur\"}",
        "{\"code\": \"es\"}, {\"name\": \"x\"}"
      })
  void several_languages_are_none(String stated) {
    String one = "{\"name\": \"Urdu\", \"code\": \"ur\"}";
    assertThat(Read.of(READER, SERVICE.replace(one, stated)).item().language()).isEmpty();
  }

  @Test
  void services_of_an_organization_are_offered_by_it() {
    Item item =
        Read.of(
                READER,
                """
                {"name": "Parent", "website": "https://p.example",
                 "services": [{"name": "Beds", "status": "active"}]}
                """)
            .item();
    assertThat(item.facts().organization()).contains("Parent");
    assertThat(item.url()).hasToString("https://p.example");
  }

  @ParameterizedTest
  @CsvSource({
    "Urdu,ur,ur",
    "Chinese,zh,zh",
    "Traditional Chinese,zh,zh-Hant",
    "Whatever it is,zh-Hant,zh-Hant"
  })
  void a_language_is_told_by_its_code_and_further_by_its_name(
      String name, String code, String tag) {
    String one = "{\"name\": \"Urdu\", \"code\": \"ur\"}";
    String other = "{\"name\": \"%s\", \"code\": \"%s\"}".formatted(name, code);
    assertThat(Read.of(READER, SERVICE.replace(one, other)).item().language())
        .contains(new Language(tag));
  }

  @ParameterizedTest
  @CsvSource({"active,1", "Active,1", "inactive,0", "defunct,0", "temporarily closed,0"})
  void what_is_not_active_is_left_out(String status, int entries) {
    assertThat(Read.of(READER, SERVICE.replace("\"active\"", '"' + status + '"')).items())
        .hasSize(entries);
  }

  @Test
  void further_pages_and_services_that_lead_nowhere_are_told() {
    assertThat(
            Read.of(
                    READER,
                    "{\"total_items\": 10, \"contents\": [%s, {\"name\": \"x\"}]}"
                        .formatted(SERVICE))
                .remarks())
        .containsExactly("hsds.more-pages [2, 10]", "hsds.no-address [1]");
  }

  @Test
  void the_table_of_services_is_read() {
    Read read =
        Read.of(
            READER,
            """
            id,organization_id,name,description,url,email,status,assured_date,assurer_email,last_modified
            1,2,Counselling,"Talk, to us",a.example/c,desk@a.example,active,2026-01-02,jane@private.example,2026-03-15T10:30:45Z
            2,2,Closed,,b.example,,inactive,,,
            """);
    assertThat(read.lines())
        .containsExactly(
            "# ", "- Counselling https://a.example/c", "  + desk@a.example mailto:desk@a.example");
    assertThat(read.item().facts().verified()).contains(LocalDate.of(2026, 1, 2));
    assertThat(read.groups().toString()).doesNotContain("jane");
    assertThat(read.remarks()).isEmpty();
  }

  @Test
  void a_table_of_services_alone_is_told_where_that_leaves_some_out_of_reach() {
    assertThat(Read.of(READER, "id,name,url\n1,A,https://a.example\n2,B,\n").remarks())
        .containsExactly("hsds.table-alone []", "hsds.no-address [1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"a\": 1}~hsds.none",
        "[1, 2]~hsds.none",
        "{\"name\": \"Office\", \"locations\": [{\"services_attributes\": []}]}~hsds.none",
        "{\"contents\": [~hsds.malformed",
        "words~hsds.none",
        "{\"resources\": [{\"name\": \"services\", \"path\": \"services.csv\"}]}~hsds.package",
        "<html></html>~sheet.page"
      })
  void what_is_no_hsds_is_told(String text, String key) {
    assertThatThrownBy(
            () -> READER.read(Read.bytes(text.getBytes(StandardCharsets.UTF_8), ""), (k, v) -> {}))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage(key);
  }

  @Test
  void an_empty_list_is_no_mistake() {
    assertThat(Read.of(READER, "{\"total_items\": 0, \"contents\": []}").items()).isEmpty();
  }

  @Test
  void numbers_are_read_as_people_write_them() {
    assertThat(
            Read.of(
                    READER,
                    """
                    [{"name": "Line", "phones": [{"number": "(202) 555-0100 ext. 12"}, {"number": "24/7: 202-555-0199"},
                      {"number": "202-555-0101 or 202-555-0102"}, {"number": "1-800-FLOWERS"},
                      {"number": "202-555-0103", "extension": "4"}]}]
                    """)
                .lines())
        .contains(
            "- Line tel:2025550100;ext=12",
            "  + 202-555-0199 tel:2025550199",
            "  + 202-555-0101 tel:2025550101",
            "  + 202-555-0102 tel:2025550102",
            "  + 1-800-FLOWERS tel:18003569377",
            "  + 202-555-0103 tel:2025550103;ext=4");
  }
}
