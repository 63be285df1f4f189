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

  @Test
  void a_line_above_each_repeated_header_is_the_group_of_the_rows_below() {
    assertThat(
            read("""
                    "A guide for the county, first draft",,
                    Food:,,
                    Name,Website,Phone
                    Pantry,https://a.example,
                    Kitchen,https://b.example,
                    Beds,,
                    Name,Website,Phone
                    Shelter,https://c.example,
                    Beds Cont. (all year),,
                    Name,Website,Phone
                    Inn,https://d.example,
                    """)
                .lines())
        .containsExactly(
            "# Food",
            "- Pantry https://a.example",
            "- Kitchen https://b.example",
            "# Beds",
            "- Shelter https://c.example",
            "# Beds (all year)",
            "- Inn https://d.example");
  }

  @Test
  void without_a_header_the_lines_that_stand_alone_are_groups_and_the_contents_tell_the_columns() {
    Read read =
        read(
            """
            North County,,
            Maple House,"For women of 18 and older, with a school",1 High St. (555) 010-2233 www.maple.example
            ,,
            Elm House,"For families, up to eighteen months",555-010-2244 www.elm.example
            South County,,
            Oak.org,"For anybody who asks, day and night",P.O. Box 940802 (555) 010-2255 www.oak.example
            """);
    assertThat(read.lines())
        .containsExactly(
            "# North County",
            "- Maple House https://www.maple.example",
            "  + (555) 010-2233 tel:5550102233",
            "- Elm House https://www.elm.example",
            "  + 555-010-2244 tel:5550102244",
            "# South County",
            "- Oak.org https://www.oak.example",
            "  + (555) 010-2255 tel:5550102255");
    assertThat(read.items().get(0).summary().text())
        .isEqualTo("For women of 18 and older, with a school");
  }

  @Test
  void a_row_with_a_name_alone_is_no_group_where_the_sheet_is_not_divided() {
    Read read =
        read(
            "Name,Website,Phone\nPantry,https://a.example,\nNo address,,\nBeds,https://b.example,\n");
    assertThat(read.lines())
        .containsExactly("# ", "- Pantry https://a.example", "- Beds https://b.example");
    assertThat(read.remarks()).containsExactly("sheet.no-address [1, 3]");
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
    "Agency Status,Inactive",
    "ExcludeFromWebsite,Yes",
    "Hidden,x",
    "Publish,no",
    "Approved,FALSE",
    "Publicar,No",
    "Status,Pending review"
  })
  void a_row_that_is_marked_as_not_for_everybody_is_left_out_and_told(String heading, String mark) {
    Read read =
        read(
            "Name,Website,"
                + heading
                + "\nA,https://a.example,"
                + mark
                + "\nB,https://b.example,\n");
    assertThat(read.lines()).containsExactly("# ", "- B https://b.example");
    assertThat(read.remarks()).containsExactly("sheet.hidden [1]");
  }

  @Test
  void a_status_that_is_only_news_of_the_thing_hides_nothing() {
    assertThat(read("Bill,Name,Website,Status\n1,Fair rents,https://a.example,Pending\n").items())
        .hasSize(1);
  }

  @Test
  void a_cell_that_is_marked_as_private_is_not_published() {
    assertThat(
            read("PublicName,WebsiteAddress,Phone1Number,Phone1IsPrivate,Phone2Number\n"
                    + "A,https://a.example,555-010-2233,Yes,555-010-2244\n")
                .lines())
        .containsExactly("# ", "- A https://a.example", "  + 555-010-2244 tel:5550102244");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SeniorWorkerName",
        "MainContactEmailAddress",
        "MainContactPhoneNumber",
        "LastVerifiedByPhoneNumber",
        "InternalNotesForEditors",
        "contributor_email",
        "maintainer_name",
        "Manager",
        "Case manager email address",
        "Fuente de verificación"
      })
  void a_name_that_a_program_made_is_as_personal_as_its_words(String heading) {
    Read read =
        read(
            "PublicName,WebsiteAddress,"
                + heading
                + "\nPantry,https://a.example,Jane 555-010-7777 info@x.example\n");
    assertThat(read.groups().toString()).doesNotContain("Jane", "7777", "info@x");
    assertThat(read.item().title()).isEqualTo("Pantry");
  }

  @Test
  void a_form_s_title_is_the_entry_s_where_the_form_asks_for_your_name_apart() {
    assertThat(
            read("Timestamp,Title,URL,Your name,Your contact info\n"
                    + "6/1/2026 10:43:00,Bond fund,https://a.example,Jane Doe,jane@x.example\n")
                .groups()
                .toString())
        .contains("Bond fund")
        .doesNotContain("Jane", "jane");
    assertThat(
            read("Timestamp,Name,Title,URL\n6/1/2026 10:43:00,Jane Doe,Director,https://a.example\n")
                .groups()
                .toString())
        .doesNotContain("Jane", "Director");
  }

  @Test
  void telephones_keep_what_the_cell_says_of_them() {
    assertThat(phones("956 01 02 03 (Norte), 956 01 02 04 (Sur)"))
        .containsExactly("956 01 02 03 (Norte) tel:956010203", "956 01 02 04 (Sur) tel:956010204");
    assertThat(phones("(555) 010-2233, TTY: (555) 010-2244, Fax: (555) 010-2255"))
        .containsExactly("(555) 010-2233 tel:5550102233", "TTY: (555) 010-2244 tel:5550102244");
    assertThat(phones("(+1) 555-010-2233")).containsExactly("(+1) 555-010-2233 tel:+15550102233");
  }

  @Test
  void short_codes_are_telephones_and_other_short_numbers_are_none() {
    assertThat(phones("061")).containsExactly("061 tel:061");
    assertThat(phones("711 for hearing impaired")).containsExactly("711 tel:711");
    assertThat(phones("Text HELP to 741741")).containsExactly("Text HELP to 741741 tel:741741");
    assertThat(phones("open 24/7")).isEmpty();
    assertThat(phones("94110")).isEmpty();
    assertThat(phones("000-000-000")).isEmpty();
    assertThat(phones("24/7 (555) 010-2233")).containsExactly("(555) 010-2233 tel:5550102233");
  }

  @Test
  void rows_of_one_name_and_address_are_one_entry_that_says_what_each_says() {
    Item item =
        read("""
                Nombre;Localidad;Teléfono(s) de contacto;Web
                Alba;Norte;_;https://alba.example
                Alba;Sur;555 01 02 03;https://alba.example/
                """)
            .item();
    assertThat(item.summary().text()).isEqualTo("Norte Sur");
    assertThat(item.links()).extracting(Link::title).containsExactly("555 01 02 03");
  }

  @Test
  void rows_of_one_address_and_different_names_stay_apart() {
    assertThat(
            read("fna,tel,web\nLibrary of the North,555-0101,https://city.example/libraries\n"
                    + "Library of the South,555-0102,https://city.example/libraries\n")
                .items())
        .extracting(Item::title)
        .containsExactly("Library of the North", "Library of the South");
  }

  @Test
  void an_address_is_put_together_out_of_its_columns() {
    Item item =
        read("Name,Website,PhysicalAddress1,PhysicalAddress2,PhysicalCity,PhysicalStateProvince,"
                + "PhysicalPostalCode,MailingCity\n"
                + "Pantry,https://a.example,1 High St.,Floor 2,Springfield,IL,62701,Elsewhere\n")
            .item();
    assertThat(item.summary().text()).isEqualTo("1 High St., Floor 2, Springfield, IL, 62701");
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

  @Test
  void a_mailbox_in_the_column_of_addresses_comes_after_what_can_be_followed() {
    assertThat(
            read("Name,Phone,Email,Website\nAngels,555-010-2233,info@angels.example,give@angels.example\n")
                .lines())
        .containsExactly(
            "# ",
            "- Angels tel:5550102233",
            "  + give@angels.example mailto:give@angels.example",
            "  + info@angels.example mailto:info@angels.example");
  }

  @Test
  void a_mailbox_called_as_its_entry_is_the_entry_s() {
    assertThat(
            read("Name,Website,Email\nÁguilas del Desierto,https://a.example,"
                    + "aguilas.del.desierto@mail.example ann.lee@mail.example\n")
                .item()
                .links())
        .extracting(Link::title)
        .containsExactly("aguilas.del.desierto@mail.example");
  }

  @Test
  void of_several_columns_an_empty_one_tells_nothing() {
    assertThat(read("Title,Topic,Category,URL\nA,,Food,https://a.example\n").lines())
        .containsExactly("# Food", "- A https://a.example");
  }

  @Test
  void a_town_hall_s_sheet_has_streets_area_codes_and_sorts_in_columns_of_their_own() {
    Read read =
        read(
            """
            ASOCIACION,TIPO,DOMICILIO,CP,PREFIJO,TELEFONO,DISTRITO, CLASIFICADA EN
            HOGAR DEL SUR,,C/ NUEVA 4,28805,91,878 73 87,VI,CASAS REGIONALES
            PEÑA LA VEGA,,C/ VIEJA 1,28806,,670 58 86 67,VI,PEÑAS
            """);
    assertThat(read.lines())
        .containsExactly(
            "# CASAS REGIONALES",
            "- HOGAR DEL SUR tel:918787387",
            "# PEÑAS",
            "- PEÑA LA VEGA tel:670588667");
    assertThat(read.items().get(0).summary().text()).isEqualTo("C/ NUEVA 4, 28805");
    Read parted =
        read(
            """
            actividad_tipo,nombre,direccion_nombre_via,direccion_numero,direccion_codigo_postal,municipio_codigo,municipio_nombre,telefono
            asociación cultural,Amigos del Valle,San Vicente,31,38108.0,38023,La Vega,601427333.0
            """);
    assertThat(parted.lines())
        .containsExactly("# asociación cultural", "- Amigos del Valle tel:601427333");
    assertThat(parted.item().summary().text()).isEqualTo("San Vicente, 31, La Vega, 38108");
  }

  @Test
  void letters_that_two_programs_took_for_others_are_mended_and_a_map_may_be_the_only_address() {
    Read read =
        read(
            "CLV,Nombre,DirecciÃ³n,Municipio,Responsable del H. Ayuntamiento,UbicaciÃ³n\n"
                + "REF-19,Esc. NezahualcÃ³yotl,\"Calle 8, ColÃ¡n\",Acapulco,\"Ana Ruiz\nTel. 7445550100\",https://maps.example/a\n");
    assertThat(read.lines())
        .containsExactly("# Acapulco", "- Esc. Nezahualcóyotl https://maps.example/a");
    assertThat(read.item().summary().text()).isEqualTo("Calle 8, Colán, Acapulco");
    assertThat(read.groups().toString()).doesNotContain("Ana Ruiz", "7445550100");
  }

  @Test
  void several_numbers_that_share_their_beginning_are_each_whole() {
    assertThat(
            read("Nombre,Telefono,Web\nHospital,4121-0700 / 0800,\nAyuda,(415) 555-0129 (24 hrs),\n"
                    + "Casa,+ 216 5550 1234,\nRed,,\"red.example; https://social.example/red\"\n")
                .lines())
        .containsExactly(
            "# ",
            "- Hospital tel:41210700",
            "  + 4121-0800 tel:41210800",
            "- Ayuda tel:4155550129",
            "- Casa tel:+21655501234",
            "- Red https://red.example",
            "  + red https://social.example/red");
  }

  @Test
  void digits_of_an_address_or_a_house_call_nobody() {
    Read read =
        read(
            """
            Organización,Tipo de Organización,Contacto
            Colectiva,Red,Facebook: https://www.facebook.com/p/Colectiva-100072406154689/
            Centro,Red,"Web: https://centro.example | Dirección: Calle Mina 154, Centro"
            """);
    assertThat(read.lines())
        .containsExactly(
            "# Red",
            "- Colectiva https://www.facebook.com/p/Colectiva-100072406154689/",
            "- Centro https://centro.example");
  }

  @Test
  void addresses_whose_words_tell_nothing_go_before_social_networks() {
    Read read =
        read(
            """
            Resource,City,State/Territory,General,Support Request,Social Media,Photo
            Neighbors,Juneau,AK,https://n.example,https://n.example/ask,https://social.example/n,https://n.example/p
            Kitchen,Auburn,ME,,https://k.example/ask,,
            """);
    assertThat(read.lines())
        .containsExactly(
            "# ",
            "- Neighbors https://n.example",
            "  + Support Request https://n.example/ask",
            "  + Social Media https://social.example/n",
            "- Kitchen https://k.example/ask");
    assertThat(read.items().get(1).summary().text()).isEqualTo("Auburn, ME");
  }

  @Test
  void what_is_called_the_name_of_a_sort_is_a_title() {
    assertThat(
            read(
                "island_name,food_bank_name,contact,operation_duration\nMaui,ARC,808-555-0181 x216,Mondays\n"))
        .satisfies(read -> assertThat(read.lines()).contains("- ARC tel:8085550181;ext=216"));
    assertThat(
            read("name* link* location_name*\nHands* https://h.example/a* Ripon, North*\nArms* https://h.example/b* Leeds*\n")
                .lines())
        .containsExactly("# ", "- Hands https://h.example/a", "- Arms https://h.example/b");
  }

  @Test
  void mailboxes_that_are_not_shown_are_told() {
    Read read =
        read(
            "Name,Website,Email\nRiver Valley Pantry,https://a.example,rivervalleypantry@mail.example\n"
                + "Shelter,https://b.example,jane.roe@mail.example\n");
    assertThat(read.lines())
        .contains("  + rivervalleypantry@mail.example mailto:rivervalleypantry@mail.example");
    assertThat(read.remarks()).containsExactly("sheet.mails-withheld [1]");
  }
}
