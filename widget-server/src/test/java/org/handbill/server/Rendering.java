package org.handbill.server;

import java.nio.file.Path;

/** Files as {@code render} writes them. */
public final class Rendering {

  private Rendering() {}

  /**
   * Writes a network's files.
   *
   * @param publicUrl where they will stand
   * @param submitUrl the server that takes forms
   */
  public static void of(Path network, Path out, String publicUrl, String submitUrl) {
    int code =
        Main.run(
            "render",
            network.toString(),
            "--out",
            out.toString(),
            "--public-url",
            publicUrl,
            "--submit-url",
            submitUrl);
    if (code != 0) {
      throw new IllegalStateException("render ended with " + code);
    }
  }
}
