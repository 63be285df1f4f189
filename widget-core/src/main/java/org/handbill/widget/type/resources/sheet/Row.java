package org.handbill.widget.type.resources.sheet;

import java.util.List;

/**
 * A row of a sheet that is not blank.
 *
 * @param line the line of the text that it begins on, from 1
 * @param cells as they stand there, without their quotes; trimmed
 * @param alone true where nothing, not even a blank, stands beside the first cell, as in a line
 *     that heads the rows below it
 */
public record Row(int line, List<String> cells, boolean alone) {

  public Row {
    cells = List.copyOf(cells);
  }

  /** A cell; empty beyond the row's end. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
