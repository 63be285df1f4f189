package org.handbill.widget.type.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.junit.jupiter.api.Test;

/** Bytes are read once, and say the same each time. */
class ReadOnceTest {

  private final List<Integer> read = new ArrayList<>();
  private final ReadOnce once =
      new ReadOnce(
          (source, remarks) -> {
            read.add((int) source.bytes()[0]);
            remarks.add("odd", source.bytes()[0]);
            if (source.bytes()[0] == 0) {
              throw new UnreadableSourceException("zero");
            }
            return List.of(new Group("Group " + source.bytes()[0], List.of()));
          });

  private static SourceBytes bytes(int content) {
    return new SourceBytes(
        new byte[] {(byte) content}, Optional.empty(), URI.create("about:blank"), Optional.empty());
  }

  private static String title(List<Group> groups) {
    return groups.get(0).title();
  }

  @Test
  void the_same_bytes_are_read_once_and_their_remarks_come_each_time() throws Exception {
    SourceBytes one = bytes(1);
    List<String> told = new ArrayList<>();
    assertThat(title(once.read(one, Remarks.NONE))).isEqualTo("Group 1");
    assertThat(title(once.read(one, (key, values) -> told.add(key + values[0]))))
        .isEqualTo("Group 1");
    assertThat(read).containsExactly(1);
    assertThat(told).containsExactly("odd1");
  }

  @Test
  void new_bytes_are_weighed_against_those_before_without_reading_these_again() throws Exception {
    SourceBytes one = bytes(1);
    SourceBytes two = bytes(2);
    once.read(one, Remarks.NONE);
    once.read(two, Remarks.NONE);
    once.read(one, Remarks.NONE);
    assertThat(title(once.read(two, Remarks.NONE))).isEqualTo("Group 2");
    assertThat(read).containsExactly(1, 2);
  }

  @Test
  void what_cannot_be_read_cannot_be_read_the_second_time_either() {
    SourceBytes none = bytes(0);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> once.read(none, Remarks.NONE))
          .isInstanceOf(UnreadableSourceException.class)
          .hasMessage("zero");
    }
    assertThat(read).containsExactly(0);
  }
}
