package org.handbill.widget.model;

import java.time.LocalDate;
import java.util.List;

/** A widget as its editor defined it: checked, but without what its sources hold. Immutable. */
public interface Definition {

  /** What has to be read before there is content; none for most. */
  default List<Source> sources() {
    return List.of();
  }

  /**
   * Puts definition and sources together. Pure: it reads nothing else.
   *
   * @param problems takes what an editor should know about the sources' content
   */
  Content content(Material material, Problems problems);

  /**
   * How many entries the bytes of a source of this definition hold that can be shown on a day, so
   * that a source that has lost its entries over night can be told from one that has few.
   *
   * @param today in UTC
   * @param problems takes what makes the bytes unfit to be shown, as an error
   */
  default int entries(Source source, SourceBytes bytes, LocalDate today, Problems problems) {
    return 1;
  }
}
