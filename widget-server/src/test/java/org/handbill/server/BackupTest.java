package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.handbill.server.store.Backup;
import org.handbill.server.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code backup}. */
class BackupTest {

  @TempDir Path folder;

  /** The copy, as the database of a data folder. */
  private Path copy() throws IOException {
    return Files.createDirectories(folder.resolve("copy")).resolve("handbill.db");
  }

  @Test
  void a_copy_made_under_load_is_whole_and_holds_all_that_was_acknowledged_before()
      throws Exception {
    Path data = folder.resolve("data");
    Path network = Networks.minimal(folder.resolve("network"), "type: signup\ntitle: News\n");
    Set<String> before;
    try (TestServer server = TestServer.of(network, data);
        Visitors visitors = new Visitors(List.of(server.url()))) {
      visitors.untilMoreAreReceived(100);
      before = Set.copyOf(visitors.acknowledged());
      MainTest.Result result = MainTest.run("backup", copy().toString(), "--data", data.toString());
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out()).contains(copy().toString());
      visitors.untilMoreAreReceived(10);
    }
    Path restored = copy().resolveSibling("");
    assertThat(Tables.column(restored, "pragma integrity_check")).containsExactly("ok");
    assertThat(Tables.column(restored, "select email from signup"))
        .doesNotHaveDuplicates()
        .containsAll(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_copy_replaces_an_older_one_and_nothing_else_is_left_there() throws Exception {
    Path data = folder.resolve("data");
    TestServer.sample(data).close();
    Files.writeString(copy(), "an older copy");
    assertThat(MainTest.run("backup", copy().toString(), "--data", data.toString()).code())
        .isZero();
    assertThat(Tables.column(copy().resolveSibling(""), "pragma integrity_check"))
        .containsExactly("ok");
    try (var files = Files.list(copy().resolveSibling(""))) {
      assertThat(files).containsExactly(copy());
    }
  }

  @Test
  void a_copy_that_cannot_be_written_says_so_and_exits_1() {
    Path data = folder.resolve("data");
    TestServer.sample(data).close();
    String file = folder.resolve("missing").resolve("copy.db").toString();
    MainTest.Result result = MainTest.run("backup", file, "--data", data.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("handbill: ").contains("missing");
  }

  @EachDatabase
  void sqlite_is_copied_and_postgresql_is_left_to_its_own_tools(EachDatabase.Kind kind)
      throws Exception {
    Path copy = folder.resolve("copy.db");
    try (Database database = kind.open(Clock.systemUTC())) {
      if (kind.url().isEmpty()) {
        new Backup(database).to(copy);
        assertThat(copy).isNotEmptyFile();
        return;
      }
      assertThatThrownBy(() -> new Backup(database).to(copy))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("pg_dump");
      assertThat(copy).doesNotExist();
    }
  }
}
