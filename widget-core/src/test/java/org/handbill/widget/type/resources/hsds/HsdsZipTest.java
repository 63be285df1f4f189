package org.handbill.widget.type.resources.hsds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Read;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of HSDS in a zip. */
class HsdsZipTest {

  private static final HsdsReader READER = new HsdsReader();

  private static final String SERVICES =
      """
      id,organization_id,name,url,status
      s1,o1,Night shelter,https://shelter.example,active
      """;

  /** A zip of files, each a name followed by its content. */
  private static byte[] zip(String... files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < files.length; i += 2) {
        zip.putNextEntry(new ZipEntry(files[i]));
        zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Read read(String... files) {
    return Read.of(READER, zip(files), "application/zip");
  }

  private static ThrowingCallable reading(byte[] zip) {
    return () -> READER.read(Read.bytes(zip, "application/zip"), (key, values) -> {});
  }

  @Test
  void tables_of_hsds_3_are_joined() {
    Read read =
        read(
            "pack/datapackage.json",
            "{}",
            "pack/data/services.csv",
            SERVICES + "s2,o1,Day room,,active\ns3,o1,Closed,https://c.example,inactive\n",
            "pack/data/organizations.csv",
            "id,name,website\no1,Harbor House,https://harbor.example\n",
            "pack/data/service_at_locations.csv",
            "id,service_id,location_id\na1,s1,l1\n",
            "pack/data/locations.csv",
            "id,organization_id,name,url\nl1,o1,Pier 4,https://pier.example\n",
            "pack/data/phones.csv",
            """
            id,location_id,service_id,organization_id,contact_id,service_at_location_id,number,type
            p1,l1,,,,,555 0103,voice
            p2,,,,,a1,555 0102,voice
            p3,,s1,,,,555 0101,voice
            p4,,,o1,,,555 0104,voice
            p5,,s1,,c1,,555 0199,voice
            p6,,s1,,,,555 0198,fax
            """,
            "pack/data/languages.csv",
            "id,service_id,location_id,name,code\nx1,s1,,Spanish,spa\n",
            "pack/data/attributes.csv",
            """
            id,link_id,taxonomy_term_id,link_entity
            b1,s1,t1,service
            b2,s1,t2,organization
            """,
            "pack/data/taxonomy_terms.csv",
            "id,taxonomy_id,name\nt1,v1,Housing\nt2,v1,Charity\n",
            "pack/data/taxonomies.csv",
            "id,name\nv1,Vocabulary\n",
            "pack/data/urls.csv",
            "id,service_id,label,url\nu1,s1,House rules,https://shelter.example/rules\n");
    assertThat(read.lines())
        .containsExactly(
            "# Housing",
            "- Night shelter https://shelter.example",
            "  + House rules https://shelter.example/rules",
            "  + Pier 4 https://pier.example",
            "  + 555 0101 tel:5550101",
            "  + 555 0102 tel:5550102",
            "  + 555 0103 tel:5550103",
            "# ",
            "- Day room https://harbor.example",
            "  + 555 0104 tel:5550104");
    assertThat(read.items().get(0).language()).contains(new Language("es"));
    assertThat(read.items()).allMatch(item -> item.facts().organization().isPresent());
    assertThat(read.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services_taxonomy.csv taxonomy.csv taxonomy_id",
        "service_taxonomies.csv taxonomy_terms.csv taxonomy_term_id",
        "service_attributes.csv taxonomy_term.csv taxonomy_term_id"
      })
  void terms_are_related_as_in_hsds_1_and_2(String names) {
    String[] name = names.split(" ");
    Read read =
        read(
            "service.csv",
            SERVICES,
            name[0],
            "id,service_id," + name[2] + "\n1,s1,t1\n",
            name[1],
            "id,name\nt1,Shelter\n");
    assertThat(read.lines()).startsWith("# Shelter");
  }

  @Test
  void what_macos_adds_does_not_stand_in_for_a_table() {
    assertThat(read("__MACOSX/data/services.csv", "rubbish", "data/services.csv", SERVICES).items())
        .hasSize(1);
  }

  @Test
  void words_are_looked_for_in_the_tables() throws Exception {
    assertThat(READER.words(Read.bytes(zip("services.csv", SERVICES), "")))
        .contains("Night shelter");
  }

  @Test
  void a_workbook_is_told_from_tables() {
    assertThatThrownBy(reading(zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<a/>")))
        .hasMessage("sheet.workbook");
  }

  @Test
  void a_zip_without_a_table_of_services_is_told_with_what_it_holds() {
    assertThatThrownBy(reading(zip("readme.txt", "", "inner.zip", "PK")))
        .isInstanceOfSatisfying(
            UnreadableSourceException.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("hsds.zip-none");
              assertThat(refused.values()).containsExactly("readme.txt, inner.zip");
            });
    assertThatThrownBy(reading(zip())).hasMessage("hsds.zip-empty");
    assertThatThrownBy(reading(zip("services.csv", "a,b\n1,2\n"))).hasMessage("hsds.none");
  }

  @Test
  void a_zip_that_breaks_off_is_not_read_in_part() {
    byte[] whole = zip("services.csv", SERVICES, "phones.csv", "id,service_id,number\n");
    for (int length = 4; length < whole.length; length++) {
      assertThatThrownBy(reading(Arrays.copyOf(whole, length))).hasMessage("hsds.zip-damaged");
    }
  }

  @Test
  void more_files_than_are_looked_at_are_refused() {
    String[] files = new String[130];
    for (int i = 0; i < files.length; i++) {
      files[i] = i + ".txt";
    }
    assertThatThrownBy(reading(zip(files))).hasMessage("hsds.zip-entries");
  }

  @Test
  void a_table_beyond_its_limit_is_refused_and_another_file_as_large_is_not() throws Exception {
    TableZip limited = new TableZip(1_000, 10_000);
    String large = "x".repeat(1_001);
    byte[] table = zip("services.csv", SERVICES, "phones.csv", large);
    assertThatThrownBy(() -> limited.tables(Read.bytes(table, ""))).hasMessage("hsds.zip-table");
    byte[] other = zip("services.csv", SERVICES, "readme.txt", large);
    assertThat(limited.tables(Read.bytes(other, ""))).containsOnlyKeys("service");
  }

  @Test
  void a_bomb_is_left_alone_whatever_its_file_is_called() {
    TableZip limited = new TableZip(1_000, 10_000);
    byte[] bomb = zip("bomb.bin", "0".repeat(50_000_000), "services.csv", SERVICES);
    assertThat(bomb).hasSizeLessThan(100_000);
    assertThatThrownBy(() -> limited.tables(Read.bytes(bomb, ""))).hasMessage("hsds.zip-large");
    String most = "x".repeat(900);
    byte[] many = zip("phones.csv", most, "urls.csv", most, "languages.csv", most, "url.csv", most);
    assertThatThrownBy(() -> new TableZip(1_000, 3_000).tables(Read.bytes(many, "")))
        .hasMessage("hsds.zip-large");
  }
}
