package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What editors mark in a sheet as not for everybody: whole rows, and single cells of a row. */
final class Marks {

  private static final Pattern YES = Pattern.compile("(?i)y|yes|true|1|x|s[ií]|✓|✔");
  private static final Pattern NO = Pattern.compile("(?i)n|no|false|0");
  private static final Pattern GONE =
      Pattern.compile(
          "(?i)inactive|not active|deactivated|deleted|defunct|draft|hidden|unpublished|rejected"
              + "|pending (?:review|approval)|spam|inactiv[oa]|borrador|oculto|rechazad[oa]|pendiente");

  /** Headings of columns in which a yes hides the row. */
  private static final Pattern HIDES =
      Pattern.compile(
          "(?:exclude|hide|hidden|omit)(?: from (?:website|web|directory|public|list|map))?"
              + "|do not (?:publish|show|list|share)|unlisted|inactive|is (?:hidden|inactive|private)"
              + "|private|confidential|no (?:publicar|mostrar)|ocult(?:ar|o)|inactivo");

  /** Headings of columns in which a no hides the row. */
  private static final Pattern SHOWS =
      Pattern.compile(
          "(?:is )?(?:active|public|published|visible|approved|listed)|publish|show"
              + "|(?:publish|show) on (?:website|web|site|map)|(?:ok|okay) to publish"
              + "|activ[oa]|visible|public(?:ar|ado)|aprobado|mostrar");

  private static final Pattern STATES =
      Pattern.compile(
          "(?:(?:agency|organization|program|service|resource|record|listing|site|entry"
              + "|publication|review|approval) )?status|estado|estatus");

  private static final Pattern PART = Pattern.compile("(.+?) (?:is )?private");

  private final Map<Integer, Pattern> hiding = new HashMap<>();
  private final Map<Integer, Set<Integer>> parts = new HashMap<>();

  /** What the headings of a sheet let editors mark. */
  static Marks of(List<Heading> headings) {
    Marks marks = new Marks();
    for (int i = 0; i < headings.size(); i++) {
      String words = headings.get(i).folded();
      if (STATES.matcher(words).matches()) {
        marks.hiding.put(i, GONE);
      } else if (HIDES.matcher(words).matches()) {
        marks.hiding.put(i, YES);
      } else if (SHOWS.matcher(words).matches()) {
        marks.hiding.put(i, NO);
      } else {
        marks.part(i, headings);
      }
    }
    return marks;
  }

  private void part(int column, List<Heading> headings) {
    var name = PART.matcher(headings.get(column).folded());
    for (int i = 0; name.matches() && i < headings.size(); i++) {
      if ((headings.get(i).folded() + " ").startsWith(name.group(1) + " ")) {
        parts.computeIfAbsent(column, any -> new HashSet<>()).add(i);
      }
    }
  }

  /** The row without the cells that are marked as private; empty for one that is hidden. */
  Optional<Row> shown(Row row) {
    for (Map.Entry<Integer, Pattern> mark : hiding.entrySet()) {
      if (mark.getValue().matcher(row.cell(mark.getKey())).matches()) {
        return Optional.empty();
      }
    }
    List<String> cells = new ArrayList<>(row.cells());
    parts.forEach(
        (column, of) -> {
          if (YES.matcher(row.cell(column)).matches()) {
            of.stream().filter(part -> part < cells.size()).forEach(part -> cells.set(part, ""));
          }
        });
    return Optional.of(new Row(row.line(), cells, row.alone()));
  }
}
