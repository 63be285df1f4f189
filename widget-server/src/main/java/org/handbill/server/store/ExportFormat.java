package org.handbill.server.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** How a report is written out. The names are what the command line takes. */
public enum ExportFormat {
  /**
   * RFC 4180, with a header. A spreadsheet runs what begins like a formula, so such a value, and
   * one that begins with an apostrophe, gets an apostrophe in front; taking one away gives the
   * value back.
   */
  csv {
    @Override
    public void write(SignupStore store, Report report, OutputStream out)
        throws IOException, StoreUnavailableException {
      List<String> columns = report.columns(store);
      CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
      columns.forEach(schema::addColumn);
      ObjectWriter writer = CsvMapper.builder().build().writerFor(Map.class).with(schema.build());
      try (SequenceWriter rows = writer.writeValues(out)) {
        report.rows(store, row -> rows.write(defused(complete(row, columns))));
        rows.flush();
      }
    }
  },

  /** One JSON object a line. */
  ndjson {
    @Override
    public void write(SignupStore store, Report report, OutputStream out)
        throws IOException, StoreUnavailableException {
      List<String> columns = report.columns(store);
      ObjectWriter writer =
          JsonMapper.shared().writer().withRootValueSeparator("\n").forType(Map.class);
      try (SequenceWriter rows = writer.writeValues(out)) {
        report.rows(store, row -> rows.write(complete(row, columns)));
        rows.flush();
      }
    }
  };

  private static final Pattern LIKE_A_FORMULA =
      Pattern.compile("^[=+\\-@\t\r\n'].*", Pattern.DOTALL);

  /** Writes everything. */
  public abstract void write(SignupStore store, Report report, OutputStream out)
      throws IOException, StoreUnavailableException;

  private static Map<String, String> complete(Map<String, String> row, List<String> columns) {
    Map<String, String> complete = new LinkedHashMap<>();
    columns.forEach(column -> complete.put(column, row.getOrDefault(column, "")));
    return complete;
  }

  private static Map<String, String> defused(Map<String, String> row) {
    row.replaceAll(
        (column, value) -> LIKE_A_FORMULA.matcher(value).matches() ? "'" + value : value);
    return row;
  }
}
