package org.handbill.widget.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Small tables of facts that stand beside a class: a key, and values between {@code |}. */
final class Table {

  private Table() {}

  /**
   * The whole table.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  static Map<String, List<String>> beside(Class<?> owner, String file) {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(Beside.text(owner, file)));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " beside " + owner.getName(), e);
    }
    Map<String, List<String>> table = new LinkedHashMap<>();
    lines.forEach(
        (key, values) -> table.put((String) key, List.of(((String) values).split("\\|"))));
    return Map.copyOf(table);
  }
}
