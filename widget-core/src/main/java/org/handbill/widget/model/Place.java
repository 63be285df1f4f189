package org.handbill.widget.model;

/**
 * A place in a file, as editors and compilers name it.
 *
 * @param file relative to the network folder
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the line as a whole
 */
public record Place(String file, int line, int column) {

  /** The file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** {@code file:line:column}; a file as a whole counts as its first character. */
  @Override
  public String toString() {
    return file + ":" + Math.max(line, 1) + ":" + Math.max(column, 1);
  }
}
