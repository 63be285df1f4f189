package org.handbill.widget.type.resources.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.handbill.widget.type.resources.entry.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets as volunteers of many places keep them. */
class DirtySheetsTest {

  private static Read read(String text) {
    return Read.of(new SheetReader(Map.of()), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Event",
        "Guide",
        "Toolkit",
        "Shelter",
        "Titre",
        "Name der Einrichtung",
        "Nome do serviço",
        "العنوان",
        "名称",
        "Hilfsangebot"
      })
  void a_column_of_names_is_the_title_in_the_words_of_many_places(String heading) {
    assertThat(
            read(heading + ",Link\nBread table,https://a.example\nWarm room,https://b.example\n")
                .lines())
        .containsExactly("# ", "- Bread table https://a.example", "- Warm room https://b.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where to find it",
        "Online",
        "Sign up",
        "Apply here",
        "Adresse web",
        "Lien",
        "Webseite",
        "Endereço do site",
        "الرابط",
        "网址",
        "Find us at"
      })
  void a_column_of_addresses_is_found_in_the_words_of_many_places(String heading) {
    assertThat(read("Name," + heading + "\nBread table,https://a.example\n").lines())
        .containsExactly("# ", "- Bread table https://a.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contact", "Contacto", "Call", "Main line", "Crisis line", "24 hour line", "Text line",
        "WhatsApp", "Número telefónico", "Telefon", "Telefone", "Ph", "الهاتف", "电话"
      })
  void a_column_of_telephones_keeps_its_rows(String heading) {
    assertThat(read("Name," + heading + "\nBread table,312-555-0101\n").lines())
        .containsExactly("# ", "- Bread table tel:3125550101");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Area of need",
        "Issue",
        "Focus Area",
        "Tag",
        "Keywords",
        "County",
        "Rubro",
        "Catégorie",
        "Kategorie",
        "Thema"
      })
  void a_column_of_topics_makes_the_groups(String heading) {
    assertThat(read("Name,Link," + heading + "\nBread table,https://a.example,Food\n").lines())
        .containsExactly("# Food", "- Bread table https://a.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What they do",
        "Info",
        "Mission",
        "More info",
        "Who can use this?",
        "Qué ofrecen",
        "Reseña",
        "Beschreibung",
        "Descrição",
        "Public description"
      })
  void a_column_that_describes_is_the_summary(String heading) {
    assertThat(
            read("Name,Link,Notes,"
                    + heading
                    + "\nBread table,https://a.example,Ask Jen,Open daily\n")
                .item()
                .summary()
                .text())
        .isEqualTo("Open daily");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Edit response link",
        "Form Response Edit URL",
        "Enlace de edición",
        "Airtable link",
        "Drive link",
        "Your website",
        "Link to your profile",
        "Tu página web",
        "Case notes",
        "Follow-up notes",
        "About you",
        "Your story",
        "Descripción (no se publicará)",
        "Description of how they helped you (we will not share this)"
      })
  void what_is_nobodys_business_is_not_published(String heading) {
    assertThat(
            read("Name,Website,"
                    + heading
                    + "\nBread table,https://a.example,https://hidden.example\n")
                .groups()
                .toString())
        .contains("a.example")
        .doesNotContain("hidden");
  }

  @Test
  void the_address_that_edits_an_answer_is_never_published() {
    assertThat(
            read("Name,Link\nBread table,https://docs.google.com/forms/d/e/1/viewform?edit2=2_ABC\n"
                    + "Warm room,https://b.example\n")
                .lines())
        .containsExactly("# ", "- Warm room https://b.example");
  }

  @ParameterizedTest
  @CsvSource({
    "May we publish this?,No",
    "OK to share publicly?,no",
    "¿Podemos publicarlo?,No",
    "Include on site?,N",
    "Archived,TRUE",
    "Deleted,yes",
    "Closed?,Yes",
    "Status,Closed",
    "Status,CLOSED permanently",
    "Status,Do not list",
    "Status,No longer operating",
    "Status,Out of business",
    "Status,Cerrado",
    "Estado,Vencido"
  })
  void a_row_that_is_not_to_be_shown_is_hidden(String heading, String mark) {
    Read read =
        read("Name,Link," + heading + "\nA,https://a.example," + mark + "\nB,https://b.example,\n");
    assertThat(read.lines()).containsExactly("# ", "- B https://b.example");
    assertThat(read.remarks()).containsExactly("sheet.hidden [1]");
  }

  @Test
  void what_is_pending_is_hidden_where_the_rest_is_approved() {
    assertThat(
            read("Name,Link,Status\nA,https://a.example,Pending\nB,https://b.example,Approved\n")
                .lines())
        .containsExactly("# ", "- B https://b.example");
  }

  @Test
  void the_columns_of_the_first_language_are_the_entrys_and_the_others_lead_to_its_variant() {
    assertThat(
            read("""
                    Título (ES),Title (EN),Enlace,Link (English),Descripción,Description
                    Conozca sus derechos,Know your rights,https://a.example/es,https://a.example/en,Qué hacer.,What to do.
                    """)
                .lines())
        .containsExactly(
            "# ",
            "- Conozca sus derechos https://a.example/es",
            "  + English https://a.example/en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "3125550172.0 ! tel:3125550172",
        "(312)555-0171 #4 ! tel:3125550171;ext=4",
        "312-555-0180/81/82 ! tel:3125550180 tel:3125550181 tel:3125550182"
      })
  void numbers_are_dialled_as_they_are_meant(String cell, String expected) {
    List<String> dialled =
        read("Name,Phone\nPlace," + cell + "\n").items().stream()
            .flatMap(item -> item.addresses().stream())
            .map(Object::toString)
            .toList();
    assertThat(String.join(" ", dialled)).isEqualTo(expected);
  }

  @Test
  void a_number_to_write_to_says_what_to_write() {
    assertThat(read("Name,Phone\nCrisis Text Line,Text HOME to 741741\n").item().summary().text())
        .isEqualTo("Text HOME to 741741");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "https://a.example/with space/file name.pdf ! https://a.example/with%20space/file%20name.pdf",
        "https://a.example/?q=a|b ! https://a.example/?q=a%7Cb",
        "https://a.example/?a=1&amp;b=2 ! https://a.example/?a=1&b=2",
        "“https://a.example/x” ! https://a.example/x",
        "https://a.example/x|https://b.example ! https://a.example/x https://b.example",
        "[One](https://a.example/1) and [Two](https://a.example/2) ! https://a.example/1 https://a.example/2"
      })
  void addresses_come_whole(String cell, String expected) {
    List<String> found =
        read("Name,Link\nPlace," + cell + "\n").items().stream()
            .flatMap(item -> item.addresses().stream())
            .map(Object::toString)
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void an_address_with_a_password_is_no_mailbox() {
    assertThat(
            read("Name,Link\nA,https://jen:hunter2@a.example/list\nB,https://b.example\n").lines())
        .containsExactly("# ", "- B https://b.example");
  }

  @Test
  void links_of_a_cell_with_markup_are_called_by_their_words() {
    assertThat(
            read("Name,Link\nPlace,\"<a href='https://a.example'>one</a><br><a href='https://b.example'>two</a>\"\n")
                .lines())
        .containsExactly("# ", "- Place https://a.example", "  + two https://b.example");
  }

  @Test
  void an_address_that_stands_in_the_title_alone_is_the_entrys() {
    assertThat(
            read("""
                    Name,Topic
                    "=HYPERLINK(""https://a.example"",""Bread table"")",Food
                    [Warm room](https://b.example),Food
                    Night bus https://c.example,Food
                    """)
                .lines())
        .containsExactly(
            "# Food",
            "- Bread table https://a.example",
            "- Warm room https://b.example",
            "- Night bus https://c.example");
  }

  @Test
  void lines_between_the_rows_head_them_though_the_header_comes_again() {
    assertThat(
            read("""
                    Lakeside list,,
                    Please ask before you edit,,
                    Agency,Phone,Website
                    HOUSING,,
                    Shelter One,312-555-0101,https://a.example
                    FOOD,,
                    Pantry,312-555-0103,
                    Agency,Phone,Website
                    Coats,312-555-0104,https://b.example
                    """)
                .lines())
        .containsExactly(
            "# HOUSING",
            "- Shelter One https://a.example",
            "  + 312-555-0101 tel:3125550101",
            "# FOOD",
            "- Pantry tel:3125550103",
            "- Coats https://b.example",
            "  + 312-555-0104 tel:3125550104");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",FOOD,\nA,https://a.example,\n,LAW,\nB,https://b.example,",
        "FOOD,FOOD,FOOD\nA,https://a.example,\nLAW,LAW,LAW\nB,https://b.example,"
      })
  void such_lines_may_stand_in_the_second_cell_or_in_all(String rows) {
    assertThat(read("Name,Website,Phone\n" + rows + "\n").lines())
        .containsExactly("# FOOD", "- A https://a.example", "# LAW", "- B https://b.example");
  }

  @ParameterizedTest
  @CsvSource({
    "ES,es",
    "en-US,en-US",
    "Spanish (es-MX),es",
    "Mandarin Chinese,zh",
    "Haitian Kreyol,ht",
    "Portuguese - Brazil,pt",
    "English only,en",
    "sp,es"
  })
  void languages_are_read_as_people_name_them(String cell, String tag) {
    assertThat(read("Name,Link,Language\nZ,https://a.example," + cell + "\n").item().language())
        .hasValueSatisfying(language -> assertThat(language.tag()).isEqualTo(tag));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "31-Jan-26 ! 2026-01-31",
        "until 10/31/2026 ! 2026-10-31",
        "January 2026 ! 2026-01-31",
        "2025 ! 2025-12-31",
        "46053 ! 2026-01-31",
        "20260131 ! 2026-01-31",
        "2026年1月31日 ! 2026-01-31",
        "15. März 2026 ! 2026-03-15",
        "15 juillet 2026 ! 2026-07-15",
        "03.02.2026 ! 2026-02-03",
        "hasta el 31 de enero de 2026 ! 2026-01-31"
      })
  void the_last_day_is_read_as_people_write_it(String cell, LocalDate day) {
    assertThat(
            read("Name,Link,Valid through\nZ,https://a.example," + cell + "\n")
                .item()
                .facts()
                .expires())
        .contains(day);
  }

  @Test
  void the_day_of_an_event_is_no_change_of_its_entry() {
    assertThat(
            read("Event,Date,Link\nTraining,2026-12-01,https://a.example\n")
                .item()
                .facts()
                .updated())
        .isEmpty();
  }

  @Test
  void what_is_not_read_is_named_where_something_is_lacking() {
    assertThat(read("Name,Link,Reach\nA,https://a.example,\nB,,Room 4 upstairs\n").remarks())
        .containsExactly("sheet.no-address [1, 3]", "sheet.unread ['Reach']");
  }

  @Test
  void a_last_day_that_cannot_be_read_is_told() {
    assertThat(
            read("Name,Link,Expires\nA,https://a.example,whenever\nB,https://b.example,Ongoing\n"
                    + "C,https://c.example,soon\nD,https://d.example,2026-01-31\n")
                .remarks())
        .containsExactly("sheet.expiry [2, whenever, 2]");
  }

  @Test
  void a_column_of_links_says_their_language() {
    Read read =
        read(
            """
            Title,English link,Spanish link
            Family plan,https://a.example/plan,https://a.example/plan-es
            """);
    assertThat(read.lines())
        .containsExactly(
            "# ", "- Family plan https://a.example/plan", "  + español https://a.example/plan-es");
    assertThat(read.item().language()).hasToString("Optional[en]");
  }

  @Test
  void a_column_beside_that_of_a_link_calls_it() {
    assertThat(
            read("""
                    Title,Link 1,Link 1 label,Link 2,Link 2 label,Video
                    Toolkit,https://a.example/,Page,https://a.example/f,Sign-up form,https://youtu.be/abcdefghijk
                    """)
                .lines())
        .containsExactly(
            "# ",
            "- Toolkit https://a.example/",
            "  + Sign-up form https://a.example/f",
            "  + Video https://youtu.be/abcdefghijk");
  }
}
