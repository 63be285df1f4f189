package org.handbill.widget.type.resources.entry;

import java.util.List;

/** A source that no list can be read from; says why by the key of a message and its values. */
public final class UnreadableSourceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> values;

  public UnreadableSourceException(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = List.of(values);
  }

  public String key() {
    return key;
  }

  public Object[] values() {
    return values.toArray();
  }
}
