package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.field;
import static org.handbill.server.TestServer.text;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbill.server.store.Database;
import org.handbill.server.store.Routing;
import org.handbill.server.store.SignupStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the database fails, content is served; when it is back, so are sign-ups, all of them. */
class DatabaseFaultsTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BODY = "email=ana%40example.org&given-name=Wilhelmina&consent=1";

  @TempDir Path folder;

  private final Crm crm = new Crm();

  @AfterEach
  void the_crm_ends() {
    crm.close();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path network() throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            """
            type: signup
            title: News
            double-opt-in: false
            fields: [email, {name: given-name, required: false}]
            """);
    crm.receiveFrom(network);
    return network;
  }

  private static int signUp(TestServer server) {
    return server.post("/w/news", BODY, "Content-Type", FORM).statusCode();
  }

  private static void servesContent(TestServer server) {
    for (String path : List.of("/", "/w/news", "/w/news.html", "/w/news.js", "/w/news.json")) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void while_another_program_locks_the_database_visitors_keep_what_they_typed() throws Exception {
    try (TestServer server = TestServer.of(network(), data())) {
      assertThat(signUp(server)).isEqualTo(303);
      try (Connection other = Tables.open(data());
          Statement statement = other.createStatement()) {
        statement.execute("begin exclusive");
        servesContent(server);
        HttpResponse<byte[]> refused = server.post("/w/news", BODY, "Content-Type", FORM);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(field(refused, "Retry-After")).matches("[1-9][0-9]*");
        assertThat(text(refused)).contains("value=\"ana@example.org\"", "value=\"Wilhelmina\"");
        servesContent(server);
      }
      assertThat(signUp(server)).isEqualTo(303);
    }
  }

  @Test
  void a_file_that_is_no_database_stops_signups_alone_until_it_is_gone() throws Exception {
    Files.createDirectories(data());
    Path file = Files.writeString(data().resolve("handbill.db"), "garbage ".repeat(10_000));
    servesUntil(() -> Files.delete(file));
  }

  @Test
  void a_folder_that_cannot_be_made_stops_signups_alone_until_it_can() throws Exception {
    Files.writeString(data(), "a file where the folder should be");
    servesUntil(() -> Files.delete(data()));
  }

  private interface Remedy {
    void apply() throws IOException;
  }

  private void servesUntil(Remedy remedy) throws IOException {
    try (TestServer server = TestServer.of(network(), data())) {
      servesContent(server);
      assertThat(signUp(server)).isEqualTo(503);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
      remedy.apply();
      Eventually.until("sign-ups are taken again", () -> signUp(server) == 303);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_postgresql_that_is_restarted_under_load_loses_nothing_of_two_nodes() throws Exception {
    EmbeddedPostgres postgres = postgres(0);
    int port = postgres.getPort();
    Settings settings =
        TestServer.settings(Optional.of(network()), data()).with(Optional.of(url(port)));
    try (TestServer one = TestServer.of(settings);
        TestServer two = TestServer.of(settings);
        Visitors visitors = new Visitors(List.of(one.url(), two.url()))) {
      visitors.untilMoreAreReceived(50);
      postgres.close();
      servesContent(one);
      postgres = postgres(port);
      visitors.untilMoreAreReceived(50);
      visitors.close();
      arrivedOnce(visitors.acknowledged());
      assertThat(emails(url(port))).doesNotHaveDuplicates().containsAll(visitors.acknowledged());
    } finally {
      postgres.close();
    }
  }

  /** A server whose data outlives it; on a port, or with 0 on any. */
  private EmbeddedPostgres postgres(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static URI url(int port) {
    return URI.create("postgresql://postgres:postgres@localhost:" + port + "/postgres");
  }

  private static List<String> emails(URI url) throws Exception {
    List<String> emails = new ArrayList<>();
    try (Database database = Database.at(url, Clock.systemUTC());
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      store.export(row -> emails.add(row.signup().email()));
    }
    return emails;
  }

  /** Returns once the network was told of each; repeats came under the same idempotency key. */
  private void arrivedOnce(Set<String> acknowledged) {
    Eventually.until("every delivery has arrived", () -> keys().keySet().containsAll(acknowledged));
    assertThat(keys().values()).allMatch(ids -> ids.size() == 1);
  }

  private Map<String, Set<String>> keys() {
    Map<String, Set<String>> keys = new HashMap<>();
    for (Crm.Event event : crm.events()) {
      String email = event.data().at("/email").asString();
      keys.computeIfAbsent(email, first -> new HashSet<>()).add(event.id());
    }
    return keys;
  }

  @Test
  void what_a_lost_node_had_begun_the_other_one_ends() throws Exception {
    try (EmbeddedPostgres postgres = postgres(0)) {
      String url = url(postgres.getPort()).toString();
      Map<String, String> environment = Map.of("HANDBILL_DATABASE_URL", url);
      Path network = network();
      Node lost = Node.start(network, data(), folder.resolve("lost.log"), environment);
      try (Node left = Node.start(network, data(), folder.resolve("left.log"), environment);
          Visitors visitors = new Visitors(List.of(lost.url(), left.url()))) {
        visitors.untilMoreAreReceived(50);
        lost.kill();
        visitors.untilMoreAreReceived(50);
        visitors.close();
        arrivedOnce(visitors.acknowledged());
        assertThat(emails(URI.create(url)))
            .doesNotHaveDuplicates()
            .containsAll(visitors.acknowledged());
      } finally {
        lost.kill();
      }
    }
  }
}
