package org.handbill.widget.type.resources.sheet;

import java.util.List;

/**
 * A row of a sheet that is not blank.
 *
 * @param line the line of the text that it begins on, from 1
 * @param cells as they stand there, without their quotes; trimmed
 */
public record Row(int line, List<String> cells) {

  public Row {
    cells = List.copyOf(cells);
  }

  /** A cell; empty beyond the row's end. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
