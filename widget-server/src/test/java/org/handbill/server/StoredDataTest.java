package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.handbill.server.store.Database;
import org.handbill.server.store.Deliveries;
import org.handbill.server.store.SignupStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on what is stored: {@code deliveries}, {@code erase}, {@code export receipts}. */
class StoredDataTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path data;

  private MainTest.Result run(String... arguments) {
    return MainTest.run(
        Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
            .toArray(String[]::new));
  }

  /** Puts a delivery to a channel aside, and returns its id. */
  private String putAside(String channel) throws Exception {
    try (Database database = Database.in(data, Clock.systemUTC());
        SignupStore store = new SignupStore(database, signup -> List.of(channel))) {
      Deliveries deliveries = new Deliveries(database);
      store.save(Signups.accepted("ana@example.org", Instant.now()));
      String query = "select id from delivery where state = 'queued' and channel = '%s'";
      String id = Tables.column(data, query.formatted(channel)).get(0);
      deliveries.begin(id);
      deliveries.end(id, Deliveries.End.DEAD, "It answered 422.");
      return id;
    }
  }

  private List<String> states() {
    return Tables.column(data, "select state from delivery order by channel");
  }

  @Test
  void deliveries_dead_lists_what_was_put_aside_and_why_and_nobodys_address() throws Exception {
    String id = putAside("crm");
    MainTest.Result result = run("deliveries", "dead");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith(id + "\tcrm\tSIGNUP\t1\t")
        .endsWith("\tIt answered 422." + System.lineSeparator())
        .doesNotContain("@");
  }

  @Test
  void deliveries_replay_queues_one_or_a_channels_or_all() throws Exception {
    String crm = putAside("crm");
    putAside("list");
    putAside("staff");
    assertThat(run("deliveries", "replay", crm).out()).startsWith("Queued 1 deliveries anew.");
    assertThat(states()).containsExactly("queued", "dead", "dead");
    assertThat(run("deliveries", "replay", "staff").code()).isZero();
    assertThat(states()).containsExactly("queued", "dead", "queued");
    assertThat(run("deliveries", "replay", "all").code()).isZero();
    assertThat(states()).containsOnly("queued");
    assertThat(Tables.column(data, "select id from delivery where channel = 'crm'"))
        .containsExactly(crm);
    assertThat(run("deliveries", "dead").out()).isEmpty();
  }

  @Test
  void deliveries_replay_of_what_is_not_there_exits_1() throws Exception {
    putAside("crm");
    MainTest.Result result = run("deliveries", "replay", "gone");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).startsWith("Queued 0 deliveries anew.");
    assertThat(states()).containsExactly("dead");
  }

  @Test
  void deliveries_without_a_word_says_what_there_is_and_exits_2() {
    MainTest.Result result = MainTest.run("deliveries");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("deliveries dead", "deliveries replay");
  }

  @Test
  void export_receipts_tells_who_agreed_to_what_and_when() {
    signUp("ana@example.org");
    MainTest.Result result = run("export", "receipts");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("id,email,given-at,confirmed-at,withdrawn-at,")
        .contains("ana@example.org", "Open Doors Network may write to me by e-mail")
        .doesNotContain("Wilhelmina");
    assertThat(run("export", "receipts", "--format", "ndjson").out())
        .contains("\"controllers\":\"Open Doors Network\"", "\"consent-lang\":\"en\"");
  }

  private void signUp(String email) {
    try (TestServer server = TestServer.sample(data)) {
      String body = "given-name=Wilhelmina&consent=1&email=" + email.replace("@", "%40");
      assertThat(server.post("/w/stay-informed", body, "Content-Type", FORM).statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void erase_forgets_an_address_however_it_is_written_and_no_other() {
    signUp("ana@example.org");
    signUp("other@example.org");
    MainTest.Result result = run("erase", "Ana@Example.org");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("Erased 1 sign-ups of that address.");
    assertThat(Tables.column(data, "select email from signup"))
        .containsExactly("other@example.org");
    assertThat(run("erase", "ana@example.org").out()).startsWith("Erased 0 sign-ups");
  }

  @Test
  void what_was_erased_is_not_in_the_bytes_of_the_database_either() throws IOException {
    signUp("ana@example.org");
    assertThat(bytes().contains("Wilhelmina")).isTrue();
    run("erase", "ana@example.org");
    assertThat(bytes().contains("Wilhelmina")).isFalse();
    assertThat(bytes().contains("ana@example.org")).isFalse();
  }

  private String bytes() throws IOException {
    return Files.readString(data.resolve("handbill.db"), StandardCharsets.ISO_8859_1);
  }
}
