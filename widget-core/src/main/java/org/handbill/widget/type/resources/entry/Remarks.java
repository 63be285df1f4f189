package org.handbill.widget.type.resources.entry;

/** Takes what a reader has to say to the editor of a source that it could read all the same. */
@FunctionalInterface
public interface Remarks {

  /** Takes nothing. */
  Remarks NONE = (key, values) -> {};

  /** Takes the key of a message and its values. */
  void add(String key, Object... values);
}
