package org.handbill.widget.type.resources.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a sheet can tell of an entry; its name in lower case is the key in the file. */
public enum Column {
  TITLE,
  URL,
  SUMMARY,
  CATEGORY,
  LANGUAGE,
  PHONE,
  EMAIL,
  ORGANIZATION,
  UPDATED,
  VERIFIED,
  EXPIRES,
  PICTURE,
  ARCHIVE,
  ADDRESS,
  HOURS;

  private final List<ColumnWords> words = ColumnWords.of(name().toLowerCase(Locale.ROOT));

  /** The key in the network's file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of a key. */
  public static Optional<Column> of(String key) {
    return Arrays.stream(values()).filter(column -> column.key().equals(key)).findFirst();
  }

  /** What headers call it, the most telling first; folded as {@link Heading} folds them. */
  List<ColumnWords> words() {
    return words;
  }
}
