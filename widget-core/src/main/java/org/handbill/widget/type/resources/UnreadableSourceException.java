package org.handbill.widget.type.resources;

import java.util.List;

/** A source that no list can be read from; says why by the key of a message and its values. */
final class UnreadableSourceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> values;

  UnreadableSourceException(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = List.of(values);
  }

  String key() {
    return key;
  }

  Object[] values() {
    return values.toArray();
  }
}
