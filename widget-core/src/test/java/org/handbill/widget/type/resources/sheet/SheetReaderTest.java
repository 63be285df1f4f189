package org.handbill.widget.type.resources.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Read;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {

  private static final SheetReader BY_SENSE = new SheetReader(Map.of());

  private static Read read(String text) {
    return Read.of(BY_SENSE, text);
  }

  private static Read read(Map<Column, List<String>> columns, String text) {
    return Read.of(new SheetReader(columns), text);
  }

  @Test
  void rows_are_grouped_by_their_category_in_order_of_first_appearance() {
    assertThat(
            read("""
                    Category,Title,URL,Description
                    Legal,Rights card,https://a.example/card,Carry it
                    Food,Pantry,https://b.example,
                    legal ,Hotline list,https://c.example,
                    """)
                .lines())
        .containsExactly(
            "# Legal",
            "- Rights card https://a.example/card",
            "- Hotline list https://c.example",
            "# Food",
            "- Pantry https://b.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void the_delimiter_is_found(String delimiter) {
    String text =
        "Title,URL,Notes\nOne,https://a.example/x,\"First, best; of | all\"\nTwo,https://b.example,\n";
    String sheet = text.replace(",\"", "\0").replace(", best", "\1");
    sheet = sheet.replace(",", delimiter).replace("\0", delimiter + "\"").replace("\1", ", best");
    Read read = read(sheet);
    assertThat(read.lines())
        .containsExactly("# ", "- One https://a.example/x", "- Two https://b.example");
    assertThat(read.items().get(0).summary().text()).isEqualTo("First, best; of | all");
  }

  @Test
  void a_stated_delimiter_counts_and_lines_keep_their_numbers() {
    Read read = read("sep=;\r\nTitle;URL\r\nOne;https://a.example\r\nTwo;\r\n");
    assertThat(read.lines()).containsExactly("# ", "- One https://a.example");
    assertThat(read.remarks()).containsExactly("sheet.no-address [1, 4]");
  }

  @Test
  void apostrophes_can_be_quotes() {
    assertThat(
            read("Title,URL\n'One, two','https://a.example'\n'Three','https://b.example'\n")
                .lines())
        .containsExactly("# ", "- One, two https://a.example", "- Three https://b.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void every_kind_of_line_break_ends_a_row(String lineBreak) {
    assertThat(
            read("Title,URL\nOne,https://a.example\nTwo,https://b.example".replace("\n", lineBreak))
                .items())
        .hasSize(2);
  }

  @Test
  void quoted_cells_hold_line_breaks_delimiters_and_quotes() {
    Item item =
        read("Title,URL,Summary\n\"The \"\"big\"\" list\",https://a.example,\"One,\r\ntwo\"\n")
            .item();
    assertThat(item.title()).isEqualTo("The \"big\" list");
    assertThat(item.summary().html()).isEqualTo("One,<br>two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"5\" pipe\",https://a.example/x,~5\" pipe",
        "say \"hi\" you,https://a.example/x,~say \"hi\" you",
        "\"Good\" food,https://a.example/x,~Good food",
        "\"Never closed,https://a.example/x,~Never closed",
        "One,https://a.example/x~One",
        "One,https://a.example/x,,,,,,too,many~One",
      })
  void a_dirty_row_is_read_and_its_neighbours_stay_whole(String row, String title) {
    Read read =
        read(
            "Title,URL,Summary\nBefore,https://b.example,\n"
                + row
                + "\n\"After\",\"https://c.example\",\"x\"\n");
    assertThat(read.lines())
        .containsExactly(
            "# ",
            "- Before https://b.example",
            "- " + title + " https://a.example/x",
            "- After https://c.example");
  }

  @Test
  void blank_rows_and_what_stands_above_the_header_are_passed_over() {
    assertThat(
            read("""
                    Community Resource List,,
                    "Updated by the desk, spring",,
                    ,,
                    Name,Website,Notes
                    ,,
                    Pantry,https://a.example,open
                     , ,
                    """)
                .lines())
        .containsExactly("# ", "- Pantry https://a.example");
  }

  @Test
  void windows_letters_are_read_and_a_byte_order_mark_is_none_of_the_header() {
    String text = "Título;Enlace\nGuía de derechos – niños;https://a.example\n";
    byte[] windows = text.getBytes(Charset.forName("windows-1252"));
    for (byte[] bytes :
        List.of(
            windows,
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
      assertThat(Read.of(BY_SENSE, bytes, "").item().title()).isEqualTo("Guía de derechos – niños");
    }
    assertThat(Read.of(BY_SENSE, windows, "text/csv; charset=utf-8").item().title())
        .isEqualTo("Guía de derechos – niños");
  }

  @Test
  void spanish_headings_are_understood() {
    Item item =
        read("Categoría,Nombre del recurso,Sitio web,Descripción,Idioma,Teléfono,Organización,"
                + "Fecha de actualización\n"
                + "Ayuda,Línea,https://a.example,Gratis,Inglés,(555) 010-2233,La Casa,03/04/2026\n")
            .item();
    assertThat(item.title()).isEqualTo("Línea");
    assertThat(item.language()).contains(Language.ENGLISH);
    assertThat(item.links())
        .extracting(link -> link.url().toString())
        .containsExactly("tel:5550102233");
    assertThat(item.facts().organization()).contains("La Casa");
    assertThat(item.facts().updated()).contains(LocalDate.of(2026, 4, 3));
  }

  @Test
  void dates_are_read_as_their_column_writes_them() {
    List<Item> items =
        read("""
                Title,URL,Last verified,Expires,Updated
                A,https://a.example,2026-03-04,03/04/2026,"March 4, 2026"
                B,https://b.example,2026-03-05T10:00:00Z,12/31/2026,4 de marzo de 2026
                C,https://c.example,soon,,n/a
                """)
            .items();
    assertThat(items.get(0).facts().verified()).contains(LocalDate.of(2026, 3, 4));
    assertThat(items.get(0).facts().expires()).contains(LocalDate.of(2026, 3, 4));
    assertThat(items.get(0).facts().updated()).contains(LocalDate.of(2026, 3, 4));
    assertThat(items.get(1).facts().updated()).contains(LocalDate.of(2026, 3, 4));
    assertThat(items.get(1).facts().expires()).contains(LocalDate.of(2026, 12, 31));
    assertThat(items.get(2).facts()).isEqualTo(Item.Facts.NONE);
  }

  @Test
  void what_a_form_keeps_of_whoever_filled_it_in_is_never_published() {
    Read read =
        read(
            """
            Timestamp,Email Address,Your name,Name,Phone number,Resource name,Link to the resource,Description,Topic
            3/4/2026 10:02:11,jane@private.example,Jane Doe,Jane Doe,555-010-7777,Bond fund,https://a.example,Pays bond,Legal
            """);
    assertThat(read.lines()).containsExactly("# Legal", "- Bond fund https://a.example");
    assertThat(read.groups().toString())
        .doesNotContain("jane", "Jane", "7777", "10:02")
        .contains("Pays bond");
    assertThat(read.remarks()).containsExactly("sheet.withheld ['Name', 'Phone number']");
  }

  @Test
  void the_same_holds_for_a_spanish_form() {
    Read read =
        read(
            """
            Marca temporal,Dirección de correo electrónico,Nombre,Teléfono,Nombre del recurso,Enlace
            4/3/2026 10:02:11,juana@privado.example,Juana Ruiz,555-010-7777,Fondo,https://a.example
            """);
    assertThat(read.lines()).containsExactly("# ", "- Fondo https://a.example");
    assertThat(read.groups().toString()).doesNotContain("juana", "Juana", "7777");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Submitted by",
        "Contact person",
        "Contact name",
        "IP address",
        "Cell",
        "Your email",
        "Verified by",
        "Internal notes",
        "Attorney",
        "Case worker phone",
        "First name",
        "Persona de contacto",
        "Enviado por",
        "Contact email",
        "Comments",
        "Home phone",
        "Job title",
        "Status",
        "Added by",
        "Volunteer name"
      })
  void a_column_that_is_personal_or_unknown_is_not_published(String heading) {
    Read read =
        read("Title,URL," + heading + "\nPantry,https://a.example,Jane 555-010-7777 j@x.example\n");
    assertThat(read.groups().toString()).doesNotContain("Jane", "7777", "j@x");
    assertThat(read.items()).hasSize(1);
  }

  @Test
  void a_column_named_by_hand_is_published_whatever_it_is_called() {
    Item item =
        read(
                Map.of(Column.TITLE, List.of("Your name"), Column.EMAIL, List.of("Email Address")),
                "Timestamp,Email Address,Your name,Link\nx,jane.doe@a.example,Fund,https://a.example\n")
            .item();
    assertThat(item.title()).isEqualTo("Fund");
    assertThat(item.links())
        .extracting(link -> link.url().toString())
        .containsExactly("mailto:jane.doe@a.example");
  }

  @Test
  void a_column_can_be_named_by_its_number_and_one_that_is_absent_is_told() {
    Read read =
        read(
            Map.of(
                Column.TITLE, List.of("2"),
                Column.URL, List.of("3"),
                Column.SUMMARY, List.of("Gone")),
            "x,Pantry,https://a.example\ny,Beds,https://b.example\n");
    assertThat(read.lines())
        .containsExactly("# ", "- Pantry https://a.example", "- Beds https://b.example");
    assertThat(read.remarks()).containsExactly("sheet.column-absent [Gone, ]");
  }

  @Test
  void a_plain_mail_column_gives_an_office_s_mailbox_and_no_person_s() {
    Read read =
        read(
            "Title,URL,Email\nA,https://a.example,info@a.example\nB,https://b.example,ann.lee@b.example\n");
    assertThat(read.lines())
        .containsExactly(
            "# ",
            "- A https://a.example",
            "  + info@a.example mailto:info@a.example",
            "- B https://b.example");
    assertThat(
            read("Title,URL,Organization email\nB,https://b.example,ann.lee@b.example\n").lines())
        .contains("  + ann.lee@b.example mailto:ann.lee@b.example");
  }

  @Test
  void a_row_with_a_telephone_alone_is_an_entry_and_one_with_nothing_is_told() {
    Read read =
        read(
            """
            Name,Website,Phone
            Night line,,1-800-555-0199 ext. 4
            Crisis,,988
            Nothing,N/A,none
            Lettered,,1-800-AID-NOWW
            """);
    assertThat(read.lines())
        .containsExactly(
            "# ",
            "- Night line tel:18005550199;ext=4",
            "- Crisis tel:988",
            "- Lettered tel:18002436699");
    assertThat(read.remarks()).containsExactly("sheet.no-address [1, 4]");
  }

  @Test
  void several_addresses_in_a_cell_are_links_of_one_entry() {
    assertThat(
            read("Title,Link,Link (Spanish)\n"
                    + "Guide,\"English: https://a.example/en.pdf; Español: https://a.example/es.pdf\","
                    + "www.a.example/vida\n"
                    + "Other,\"https://b.example/1,https://b.example/2 (see also b.example)\",\n")
                .lines())
        .containsExactly(
            "# ",
            "- Guide https://a.example/en.pdf",
            "  + Español https://a.example/es.pdf",
            "  + español https://www.a.example/vida",
            "- Other https://b.example/1",
            "  + b.example https://b.example/2");
  }

  @Test
  void one_language_is_the_entry_s_and_of_several_none_is() {
    List<Item> items =
        read("Title,URL,Language\nA,a.example/a,Spanish\nB,b.example,English; Spanish\nC,c.example,zh-Hant\n")
            .items();
    assertThat(items)
        .extracting(item -> item.language().map(Language::tag))
        .containsExactly(Optional.of("es"), Optional.empty(), Optional.of("zh-Hant"));
  }

  @Test
  void of_two_columns_with_one_heading_the_filled_one_counts() {
    assertThat(read("Title,Title,URL,URL\n,Second,https://a.example,https://b.example\n").lines())
        .containsExactly("# ", "- Second https://a.example", "  + b.example https://b.example");
  }

  @Test
  void a_column_of_addresses_needs_no_header() {
    assertThat(read("https://a.example/one\nhttps://b.example\n").lines())
        .containsExactly("# ", "- one https://a.example/one", "- b.example https://b.example");
    assertThat(read("Pantry,https://a.example\nBeds,https://b.example\n").lines())
        .containsExactly("# ", "- Pantry https://a.example", "- Beds https://b.example");
    assertThat(read("Jane Doe,jane@x.example,https://a.example/one\n").lines())
        .containsExactly("# ", "- one https://a.example/one");
  }

  @Test
  void a_sheet_without_a_header_tells_how_offices_are_reached_and_nothing_of_persons() {
    assertThat(
            read("Pantry,\"9:00-17:00, Mon-Fri\",info@pantry.example,555-010-0199,https://pantry.example\n"
                    + "Beds,by day 10:00-12:00,beds@beds.example,Tel. 555-010-0188,https://beds.example\n")
                .lines())
        .containsExactly(
            "# ",
            "- Pantry https://pantry.example",
            "  + 555-010-0199 tel:5550100199",
            "  + info@pantry.example mailto:info@pantry.example",
            "- Beds https://beds.example",
            "  + 555-010-0188 tel:5550100188",
            "  + beds@beds.example mailto:beds@beds.example");
    assertThat(
            read("2026-01-02 10:30,Sam Roe,555-010-0199,https://a.example/one\n"
                    + "2026-01-03 11:30,Jane Doe,555-010-0188,https://b.example/two\n")
                .lines())
        .containsExactly("# ", "- one https://a.example/one", "- two https://b.example/two");
    assertThat(
            read("Jane Doe,janedoe@x.example,https://a.example/one\n"
                    + "Pantry,info@pantry.example,https://pantry.example\n")
                .lines())
        .containsExactly(
            "# ", "- one https://a.example/one", "- pantry.example https://pantry.example");
  }

  @Test
  void a_sheet_without_a_header_or_addresses_tells_whom_to_call_but_no_persons() {
    assertThat(
            read("Crisis lines,,,\nNight line,\"Dallas, Tx\",,214-555-0191\nPrevention,national,,Dial 988   1-800-555-0173\n"
                    + "Shelters,,,\nHomeless helpline,all counties,,1-888-555-0102\n")
                .lines())
        .containsExactly(
            "# Crisis lines",
            "- Night line tel:2145550191",
            "- Prevention tel:988",
            "  + 1-800-555-0173 tel:18005550173",
            "# Shelters",
            "- Homeless helpline tel:18885550102");
    assertThatThrownBy(
            () -> read("Jane Doe,214-555-0191\nSam B. Roe,214-555-0192\nAna Ruiz,214-555-0193\n"))
        .hasMessageContaining("sheet.no-columns");
  }

  @Test
  void a_postcode_is_no_number_to_call() {
    assertThat(
            read("Creche da Torre,Rua Nova; 50711-550,8133550134\nAbrigo Irma,Rua Velha; 50020-200,\n"
                    + "Escola do Sul,Rua Um; 50020-201,8133550135\n")
                .lines())
        .containsExactly(
            "# ", "- Creche da Torre tel:8133550134", "- Escola do Sul tel:8133550135");
  }

  @Test
  void categories_that_differ_in_a_plus_or_a_number_sign_stay_apart_and_are_not_without_end() {
    assertThat(
            read("Title,Link,Topic\nOne,https://a.example,C++\nTwo,https://b.example,C#\nThree,https://c.example,\"C++:\"\n")
                .lines())
        .containsExactly(
            "# C++",
            "- One https://a.example",
            "- Three https://c.example",
            "# C#",
            "- Two https://b.example");
    StringBuilder many = new StringBuilder("Topic,Title,Link\n\"");
    for (int i = 0; i < 10_000; i++) {
      many.append('T').append(i).append(';');
    }
    many.append("\",A,https://a.example\n");
    for (int i = 0; i < 5_000; i++) {
      many.append(",B").append(i).append(",https://b.example/").append(i).append('\n');
    }
    assertThat(read(many.toString()).groups()).hasSize(20);
  }

  @Test
  void merged_cells_and_several_categories_are_understood() {
    assertThat(
            read("Category,Title,URL\nLegal,A,https://a.example\n,B,https://b.example\n"
                    + ",C,https://c.example\nFood; Beds,D,https://d.example\n,E,https://e.example\n")
                .lines())
        .containsExactly(
            "# Legal",
            "- A https://a.example",
            "- B https://b.example",
            "- C https://c.example",
            "# Food",
            "- D https://d.example",
            "- E https://e.example",
            "# Beds",
            "- D https://d.example",
            "- E https://e.example");
  }

  @Test
  void what_only_machines_read_is_nobody_s_name() {
    Item item =
        read("id,organization_id,name,url,assurer_email\n1,d9d5,Beds,https://a.example,info@x.example\n")
            .item();
    assertThat(item.title()).isEqualTo("Beds");
    assertThat(item.facts().organization()).isEmpty();
    assertThat(item.links()).isEmpty();
  }

  @Test
  void markup_in_cells_is_cleaned() {
    Item item =
        read("Title,URL,Description\n<b>A</b> &amp; B,https://a.example,\"<script>x()</script><em>ok</em>\"\n")
            .item();
    assertThat(item.title()).isEqualTo("A & B");
    assertThat(item.summary().html()).isEqualTo("<em>ok</em>");
  }

  @Test
  void addresses_that_nobody_should_follow_are_dropped() {
    Read read =
        read("Title,URL\nA,javascript:alert(1)\nB,data:text/html;x\nC,file:///etc/passwd\n");
    assertThat(read.items()).isEmpty();
    assertThat(read.remarks()).containsExactly("sheet.no-address [3, 2, 3, 4]");
  }

  @Test
  void a_workbook_and_a_page_are_refused_with_what_to_do() {
    assertThatThrownBy(
            () -> BY_SENSE.read(Read.bytes(new byte[] {'P', 'K', 3, 4, 0}, ""), (k, v) -> {}))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage("sheet.workbook");
    byte[] page = "<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> BY_SENSE.read(Read.bytes(page, ""), (k, v) -> {}))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage("sheet.page");
  }

  @Test
  void more_rows_than_are_read_are_told() {
    StringBuilder sheet = new StringBuilder("Title,URL\n");
    for (int i = 0; i < 20_100; i++) {
      sheet.append("Title ").append(i).append(",https://a.example/").append(i).append('\n');
    }
    Read read = read(sheet.toString());
    assertThat(read.items()).hasSize(20_000);
    assertThat(read.remarks()).containsExactly("sheet.cut [20000]");
  }

  @Test
  void nothing_at_all_that_is_typed_makes_the_reader_fail_in_another_way() {
    Random random = new Random(7);
    String[] parts = {
      "\"",
      "\"\"",
      ",",
      ";",
      "\t",
      "|",
      "\n",
      "\r",
      "\r\n",
      "Title",
      "URL",
      "https://a.example/",
      " ",
      "'",
      "=1+1",
      "\u0000",
      "ñ",
      "\uD83D",
      "12/31/2026",
      "a@b.example",
      "sep=;\n",
      "<b>",
      "&"
    };
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("Title,URL,Description,Updated\n");
      int length = random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      try {
        BY_SENSE.read(
            Read.bytes(text.toString().getBytes(StandardCharsets.UTF_8), ""), (k, v) -> {});
      } catch (UnreadableSourceException expected) {
        assertThat(expected.key()).startsWith("sheet.");
      }
    }
  }

  @Test
  void endless_quotes_are_harmless() {
    List<String> hostile = new ArrayList<>();
    for (String part : List.of("\"", "\"a,", "\"\n", ",\"", "\"x\" ", "\"\"\"", "'", "(", "www.")) {
      hostile.add("Title,URL\n" + part.repeat(2_000_000 / part.length()));
    }
    for (String sheet : hostile) {
      assertThat(Sheets.rows(sheet)).isNotNegative();
    }
  }

  private static final class Sheets {
    static int rows(String text) {
      try {
        return BY_SENSE
            .read(Read.bytes(text.getBytes(StandardCharsets.UTF_8), ""), (k, v) -> {})
            .size();
      } catch (UnreadableSourceException none) {
        return 0;
      }
    }
  }
}
