package org.handbill.widget.type.resources;

import org.handbill.widget.model.Node;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;

/**
 * How large a source may be. What is read of it, and written again in every form, takes up to fifty
 * times its bytes for a moment, so what a file asks for is granted as far as memory goes.
 *
 * @param heap the bytes of memory that this process may have
 */
record SourceSize(long heap) {

  static final String KEY = "max-size";

  private static final int MEGABYTE = 1024 * 1024;
  private static final int TIMES = 50;

  /** By the memory of this process. */
  static SourceSize here() {
    return new SourceSize(Runtime.getRuntime().maxMemory());
  }

  /**
   * How many bytes a source may have.
   *
   * @param source its mapping, which may ask for more than is usual
   * @param problems is told where memory does not suffice for that
   */
  int bytes(Node source, Problems problems) {
    return source.get(KEY).map(size -> granted(size, problems)).orElse(Source.USUAL_BYTES);
  }

  private int granted(Node size, Problems problems) {
    int asked = Integer.parseInt(size.text().replaceAll("\\D", "")) * MEGABYTE;
    if (asked <= Source.USUAL_BYTES || asked <= heap / TIMES) {
      return asked;
    }
    int granted = (int) Math.max(Source.USUAL_BYTES, heap / TIMES);
    long enough = (long) asked * TIMES / MEGABYTE;
    problems.warning(
        ResourcesType.MESSAGES,
        size.place(),
        "source.memory",
        granted / MEGABYTE,
        size.text(),
        String.valueOf(enough));
    return granted;
  }
}
