package org.handbill.widget.type.resources.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a sheet's text is cut.
 *
 * @param delimiter what stands between cells
 * @param quote what stands around a cell that has a delimiter or a line break in it
 */
record Dialect(char delimiter, char quote) {

  private static final char[] DELIMITERS = {',', ';', '\t', '|', '*', '^', '~'};
  private static final int SAMPLE_CHARACTERS = 64 * 1024;
  private static final int SAMPLE_ROWS = 60;
  private static final int WIDEST_COUNTED = 20;
  private static final int FEWEST_APOSTROPHES = 3;

  private static final Pattern QUOTED = Pattern.compile("(?m)(?:^|[,;\\t|])\\s*\"");
  private static final Pattern APOSTROPHED =
      Pattern.compile("(?m)(?:^|[,;\\t|])'[^'\\n]{0,500}'(?=[,;\\t|\\r]|$)");

  /** The dialect whose rows come out most alike. */
  static Dialect of(String text) {
    String sample = text.substring(0, Math.min(text.length(), SAMPLE_CHARACTERS));
    char quote =
        !QUOTED.matcher(sample).find()
                && APOSTROPHED.matcher(sample).results().limit(FEWEST_APOSTROPHES).count()
                    == FEWEST_APOSTROPHES
            ? '\''
            : '"';
    Dialect best = new Dialect(',', quote);
    double most = 0;
    for (char delimiter : DELIMITERS) {
      if (delimiter == '*' && sample.startsWith("*")) {
        continue; // the sign before each of the lines of a list
      }
      Dialect dialect = new Dialect(delimiter, quote);
      double alike = alike(Cells.read(sample, dialect, SAMPLE_ROWS));
      if (alike > most) {
        most = alike;
        best = dialect;
      }
    }
    return best;
  }

  /**
   * The share of rows that have the commonest width beyond 1, wider ones a little before others.
   */
  private static double alike(List<Row> rows) {
    Map<Integer, Integer> widths = new HashMap<>();
    rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
    double best = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getKey() > 1) {
        double share = (double) width.getValue() / rows.size();
        double wide = Math.min(width.getKey(), WIDEST_COUNTED) / 50.0;
        best = Math.max(best, share + share * wide);
      }
    }
    return best;
  }
}
