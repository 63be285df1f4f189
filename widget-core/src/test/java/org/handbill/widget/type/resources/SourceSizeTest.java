package org.handbill.widget.type.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** However large a source its editor allows, what is read of it fits into memory. */
class SourceSizeTest {

  private static final long MB = 1024 * 1024;

  private final Problems problems = new Problems();

  private int bytes(long heap, String source) {
    Node node =
        new Node(JsonMapper.shared().readTree(source), Map.of(), Place.of("widgets/list.yaml"));
    return new SourceSize(heap * MB).bytes(node, problems);
  }

  @Test
  void a_source_that_asks_for_nothing_may_have_the_usual_size() {
    assertThat(bytes(64, "{}")).isEqualTo(Source.USUAL_BYTES);
    assertThat(problems.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"512, 10 MB, 10", "1024, 20MB, 20", "128, 2 MB, 2", "64, 1 MB, 1"})
  void what_memory_suffices_for_is_granted(long heap, String asked, long granted) {
    assertThat(bytes(heap, "{\"max-size\": \"%s\"}".formatted(asked))).isEqualTo(granted * MB);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void more_than_that_is_not_and_the_remedy_is_told() {
    assertThat(bytes(256, "{\"max-size\": \"10 MB\"}")).isEqualTo(256 * MB / 50);
    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly(
            "The memory of this server suffices for a source of 5 MB, not of 10 MB. Start it with"
                + " more, -Xmx500m.");
  }

  @Test
  void a_small_server_reads_what_is_of_the_usual_size() {
    assertThat(bytes(64, "{\"max-size\": \"10 MB\"}")).isEqualTo(Source.USUAL_BYTES);
  }
}
