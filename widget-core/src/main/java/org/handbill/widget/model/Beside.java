package org.handbill.widget.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files that stand beside a class: schemas, style sheets, scripts. */
public final class Beside {

  private Beside() {}

  /**
   * The whole file, as UTF-8.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static String text(Class<?> owner, String file) {
    try (InputStream bytes = owner.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalArgumentException("No " + file + " beside " + owner.getName());
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " beside " + owner.getName(), e);
    }
  }
}
