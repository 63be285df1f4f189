package org.handbill.widget.type.resources.sheet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Mojibake;
import org.handbill.widget.type.resources.entry.SourceText;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;

/**
 * The rows of a sheet that is kept as text: CSV, TSV, or with semicolons or bars.
 *
 * @param rows those that are not blank
 * @param cut true where there are more than are read
 */
public record Sheet(List<Row> rows, boolean cut) {

  /**
   * How many rows are read at the least, besides a header; of a large sheet, one for so many of its
   * bytes.
   */
  private static final int MOST_ROWS = 20_000;

  private static final int BYTES_A_ROW = 200;

  /** What a spreadsheet program puts above a sheet to tell its delimiter. */
  private static final Pattern STATED =
      Pattern.compile("\\A\"?sep=(.)\"?[ \\t]*(?:\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PAGE =
      Pattern.compile("\\A\\s*(?:<!doctype html|<html)", Pattern.CASE_INSENSITIVE);

  public Sheet {
    rows = List.copyOf(rows);
  }

  /**
   * Cuts a sheet into its rows.
   *
   * @throws UnreadableSourceException for a workbook and for a web page
   */
  public static Sheet of(SourceBytes source) throws UnreadableSourceException {
    return of(source, Math.max(MOST_ROWS, source.bytes().length / BYTES_A_ROW));
  }

  /**
   * The same.
   *
   * @param mostRows how many rows are read, besides a header
   */
  public static Sheet of(SourceBytes source, int mostRows) throws UnreadableSourceException {
    byte[] bytes = source.bytes();
    if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3) {
      throw new UnreadableSourceException("sheet.workbook");
    }
    String text = Mojibake.mend(SourceText.of(source));
    if (PAGE.matcher(text).lookingAt()) {
      throw new UnreadableSourceException("sheet.page");
    }
    Matcher stated = STATED.matcher(text);
    boolean told = stated.lookingAt();
    Dialect dialect =
        told ? new Dialect(stated.group(1).charAt(0), '"') : Dialect.of(PlainText.tidy(text));
    // The line stays as a blank one, so that the lines keep their numbers.
    String body = told ? "\n" + text.substring(stated.end()) : text;
    int most = mostRows + 1;
    List<Row> rows = Cells.read(PlainText.tidy(body), dialect, most + 1);
    boolean cut = rows.size() > most;
    return new Sheet(cut ? rows.subList(0, most) : rows, cut);
  }
}
