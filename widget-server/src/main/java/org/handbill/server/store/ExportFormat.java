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

/** How sign-ups are written out. The names are what the command line takes. */
public enum ExportFormat {
  /**
   * RFC 4180, with a header. A spreadsheet runs what begins like a formula, so such a value, and
   * one that begins with an apostrophe, gets an apostrophe in front; taking one away gives the
   * value back.
   */
  csv {
    @Override
    public void write(SignupStore store, OutputStream out)
        throws IOException, StoreUnavailableException {
      CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
      COLUMNS.forEach(schema::addColumn);
      ObjectWriter writer = CsvMapper.builder().build().writerFor(Map.class).with(schema.build());
      try (SequenceWriter rows = writer.writeValues(out)) {
        store.export(export -> rows.write(defused(row(export))));
        rows.flush();
      }
    }
  },

  /** One JSON object a line. */
  ndjson {
    @Override
    public void write(SignupStore store, OutputStream out)
        throws IOException, StoreUnavailableException {
      ObjectWriter writer =
          JsonMapper.shared().writer().withRootValueSeparator("\n").forType(Map.class);
      try (SequenceWriter rows = writer.writeValues(out)) {
        store.export(export -> rows.write(row(export)));
        rows.flush();
      }
    }
  };

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "received-at",
          "widget",
          "member",
          "lang",
          "email",
          "name",
          "given-name",
          "family-name",
          "postal-code",
          "consent-version",
          "consent-text");

  private static final Pattern LIKE_A_FORMULA =
      Pattern.compile("^[=+\\-@\t\r\n'].*", Pattern.DOTALL);

  /** Writes everything. */
  public abstract void write(SignupStore store, OutputStream out)
      throws IOException, StoreUnavailableException;

  private static Map<String, String> row(SignupStore.Export export) {
    Signup signup = export.signup();
    Map<String, String> row = new LinkedHashMap<>();
    COLUMNS.forEach(column -> row.put(column, signup.values().getOrDefault(column, "")));
    row.put("id", signup.id().toString());
    row.put("received-at", signup.receivedAt().toString());
    row.put("widget", signup.widget());
    row.put("member", signup.member());
    row.put("lang", signup.language());
    row.put("consent-version", signup.consentVersion());
    row.put("consent-text", export.wording().orElse(""));
    return row;
  }

  private static Map<String, String> defused(Map<String, String> row) {
    row.replaceAll(
        (column, value) -> LIKE_A_FORMULA.matcher(value).matches() ? "'" + value : value);
    return row;
  }
}
