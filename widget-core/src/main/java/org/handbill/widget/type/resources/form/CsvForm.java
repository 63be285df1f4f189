package org.handbill.widget.type.resources.form;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Writes a list as RFC 4180 has it, with a header that Handbill itself reads again. A spreadsheet
 * runs what begins like a formula, so such a value, and one that begins with an apostrophe, gets an
 * apostrophe in front; taking one away gives the value back.
 */
final class CsvForm {

  private static final List<String> COLUMNS =
      List.of(
          "category",
          "title",
          "url",
          "description",
          "language",
          "organization",
          "kind",
          "updated",
          "verified",
          "expires",
          "health",
          "links",
          "archive");

  private static final Pattern LIKE_A_FORMULA =
      Pattern.compile("^\\s*[=+\\-@\t\r\n'].*", Pattern.DOTALL);

  private static final ObjectWriter WRITER = writer();

  private CsvForm() {}

  private static ObjectWriter writer() {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
    COLUMNS.forEach(schema::addColumn);
    return CsvMapper.builder().build().writerFor(List.class).with(schema.build());
  }

  static String of(ListForms list) {
    List<List<String>> rows = new ArrayList<>();
    for (Group group : list.groups()) {
      for (Item item : group.items()) {
        rows.add(row(list, group, item).stream().map(CsvForm::defused).toList());
      }
    }
    return rows.isEmpty() ? String.join(",", COLUMNS) + "\r\n" : WRITER.writeValueAsString(rows);
  }

  private static List<String> row(ListForms list, Group group, Item item) {
    return List.of(
        group.title(),
        item.title(),
        item.url().toString(),
        item.summary().text(),
        item.language().map(Language::tag).orElse(""),
        item.facts().organization().orElse(""),
        item.kind().param(),
        day(item.facts().updated()),
        day(item.facts().verified()),
        day(item.facts().expires()),
        list.health(item).orElse(""),
        item.links().stream().map(Link::url).map(URI::toString).collect(Collectors.joining(" ")),
        list.archive(item).orElse(""));
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String defused(String value) {
    return LIKE_A_FORMULA.matcher(value).matches() ? "'" + value : value;
  }
}
