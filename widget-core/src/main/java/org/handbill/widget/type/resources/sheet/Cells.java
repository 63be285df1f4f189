package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into rows of cells as RFC 4180 has them, and goes on where a sheet does not keep to
 * it, which is where a strict parser gives up: a quote that is not doubled within a quoted cell,
 * one that stands in a bare cell, words after a closing quote, and a quote that is never closed,
 * which must not swallow the rest of the sheet.
 */
final class Cells {

  /** What a cell of the common spreadsheets can hold. */
  private static final int LONGEST_CELL = 32_767;

  private static final int MOST_COLUMNS = 200;

  /** How far, in all, is looked in vain for closing quotes before quotes count as letters. */
  private static final int MOST_IN_VAIN = 4_000_000;

  /** What people and programs write where there is nothing to write. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)[._–—…?*#/-]{1,5}|n\\.?/[ad]\\.?|s/[dn]|null|nan|none|undefined|unknown|tb[ad]|not (?:applicable|available)|no aplica|ningun[oa]|#(?:n/a|ref!|value!|name\\?)");

  private final String text;
  private final Dialect dialect;
  private int at;
  private int line = 1;
  private int inVain;

  private Cells(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  /** The rows that are not blank, up to a number. */
  static List<Row> read(String text, Dialect dialect, int mostRows) {
    Cells cells = new Cells(text, dialect);
    List<Row> rows = new ArrayList<>();
    while (cells.at < text.length() && rows.size() < mostRows) {
      Row row = cells.row();
      if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Row row() {
    int first = line;
    List<String> cells = new ArrayList<>();
    boolean alone = true;
    while (true) {
      int start = at;
      String cell = cell();
      alone &= cells.isEmpty() ? !cell.isEmpty() : at == start;
      if (cells.size() < MOST_COLUMNS) {
        cells.add(cell);
      }
      if (at >= text.length()) {
        return new Row(first, cells, alone);
      }
      char end = text.charAt(at++);
      if (end != dialect.delimiter()) {
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        line++;
        return new Row(first, cells, alone);
      }
    }
  }

  /** Reads up to the delimiter or line break after the cell. */
  private String cell() {
    int start = at;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    if (start < text.length() && text.charAt(start) == dialect.quote()) {
      int close = close(start + 1);
      if (close >= 0) {
        String quoted = text.substring(start + 1, close);
        line += (int) quoted.replace("\r\n", "\n").chars().filter(Cells::breaks).count();
        at = close + 1;
        String quote = String.valueOf(dialect.quote());
        String rest = bare();
        return tidy(quoted.replace(quote + quote, quote) + (rest.isBlank() ? "" : rest));
      }
      at = start + 1;
    }
    return tidy(bare());
  }

  private String bare() {
    int start = at;
    while (at < text.length()
        && text.charAt(at) != dialect.delimiter()
        && !breaks(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Where the quote stands that closes a cell; -1 where none does. */
  private int close(int start) {
    int stray = -1;
    int limit = inVain > MOST_IN_VAIN ? start : Math.min(text.length(), start + LONGEST_CELL);
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (breaks(c) && stray >= 0) {
        return stray;
      }
      if (c != dialect.quote()) {
        continue;
      }
      if (i + 1 < text.length() && text.charAt(i + 1) == dialect.quote()) {
        i++;
      } else if (ends(i + 1)) {
        return i;
      } else if (i > start && breaks(text.charAt(i - 1))) {
        inVain += i - start;
        return -1; // the next row's first quote: this cell's own was never closed
      } else if (stray < 0) {
        stray = i;
      }
    }
    inVain += limit - start;
    return stray;
  }

  private boolean ends(int from) {
    int next = from;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    return next >= text.length()
        || text.charAt(next) == dialect.delimiter()
        || breaks(text.charAt(next));
  }

  private boolean isBlank(char c) {
    return (c == ' ' || c == '\t' || c == '\u00a0') && c != dialect.delimiter();
  }

  private static boolean breaks(int c) {
    return c == '\n' || c == '\r';
  }

  private static String tidy(String cell) {
    String lines = cell.indexOf('\r') < 0 ? cell : cell.replaceAll("\\r\\n?", "\n");
    String tidy = lines.replace('\u00a0', ' ').strip();
    return NOTHING.matcher(tidy).matches() ? "" : tidy;
  }
}
