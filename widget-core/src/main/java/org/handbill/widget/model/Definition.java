package org.handbill.widget.model;

import java.util.List;
import java.util.Map;

/** A widget as its editor defined it: checked, but without what its sources hold. Immutable. */
public interface Definition {

  /** What has to be read before there is content; none for most. */
  default List<Source> sources() {
    return List.of();
  }

  /**
   * Puts definition and sources together. Pure: it reads nothing else.
   *
   * @param read what each source holds; a source that could never be read yet is absent
   * @param problems takes what an editor should know about the sources' content
   */
  Content content(Map<Source, SourceBytes> read, Problems problems);
}
