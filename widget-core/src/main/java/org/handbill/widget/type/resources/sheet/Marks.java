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

  private static final Pattern YES = Pattern.compile("(?i)y|yes|true|1|x|s[ií]|✓|✔|☑|✅");
  private static final Pattern NO = Pattern.compile("(?i)n|no|false|0|☐|❌|✗|✘");
  private static final Pattern GONE =
      Pattern.compile(
          "(?i)(?:inactive|not active|deactivated|deleted|defunct|draft|hidden|unpublished|rejected|spam"
              + "|(?:permanently |temporarily )?closed|archived|retired|removed|outdated|out of date|obsolete"
              + "|expired|out of business|no longer (?:\\w+ )?(?:operating|available|active|open|exists?|in service)"
              + "|on hold|suspended|ended|duplicate|pending (?:review|approval)|not approved|declined|unverified|needs review"
              + "|(?:to|in|under) review|do not (?:list|use|publish|share|show)"
              + "|inactiv[oa]|borrador|ocult[oa]|rechazad[oa]|pendiente de (?:revisión|aprobación)|(?:no verificad|sin verificar)[oa]?"
              + "|cerrad[oa]|archivad[oa]|eliminad[oa]|vencid[oa]|caducad[oa]|suspendid[oa]|duplicad[oa]"
              + "|por revisar|en revisión|no publicar|ya no existe)\\b.{0,40}");

  /** Hides a row only where others are approved; alone it may be news of the thing itself. */
  private static final Pattern PENDING = Pattern.compile("(?i)pending|pendiente");

  private static final Pattern APPROVED =
      Pattern.compile(
          "(?i)(?:approved|published|active|live|verified|accepted|publicad[oa]|aprobad[oa]|activ[oa]|verificad[oa])");

  private static final Pattern GONE_OR_PENDING =
      Pattern.compile(GONE.pattern() + "|" + PENDING.pattern(), Pattern.UNICODE_CASE);

  /** Headings of columns in which a yes hides the row. */
  private static final Pattern HIDES =
      Pattern.compile(
          "(?:exclude|hide|hidden|omit)(?: from (?:website|web|directory|public|list|map))?"
              + "|do not (?:publish|show|list|share)|unlisted|(?:is )?(?:inactive|private|archived|deleted|retired"
              + "|closed|removed|expired|duplicate|draft|spam|defunct|hidden)"
              + "|confidential|no (?:publicar|mostrar)|ocult(?:ar|o)|inactivo|archivado|eliminado|borrador"
              + "|cerrado|duplicado");

  /** Headings of columns in which a no hides the row. */
  private static final Pattern SHOWS =
      Pattern.compile(
          "(?:is )?(?:active|public|published|visible|approved|listed|live|current)|publish|show"
              + "|(?:publish|show|include|list|display|post) (?:on|in) (?:the |our )?(?:website|web|site|map|directory|list)"
              + "|activ[oa]|visible|public(?:ar|ado)|aprobado|mostrar"
              + "|(?:may|can|could|shall|should|do) (?:we|you|i) .*(?:publi|share|list|post|display|show|includ)\\w*.*"
              + "|(?:is it |it s )?(?:ok|okay|alright|permission|consent|agree)\\w* (?:to|for|with) .*(?:publi|share|list|post|display|show)\\w*.*"
              + "|(?:podemos|se puede|puede|autoriza\\w*|da permiso|permite) .*(?:publi|compart|mostra|inclui|difundi)\\w*"
              + "|(?:publicar|mostrar|incluir) en (?:el |la )?(?:web|sitio|pagina|mapa|directorio).*");

  private static final Pattern STATES =
      Pattern.compile(
          "(?:(?:agency|organization|program|service|resource|record|listing|site|entry|current"
              + "|publication|review|approval|verification) )?status|estado|estatus|estado actual|situacion");

  private static final Pattern PART = Pattern.compile("(.+?) (?:is )?private");

  private final Map<Integer, Pattern> hiding = new HashMap<>();
  private final Map<Integer, Set<Integer>> parts = new HashMap<>();

  /** What the headings of a sheet let editors mark. */
  static Marks of(List<Heading> headings, List<Row> rows) {
    Marks marks = new Marks();
    for (int i = 0; i < headings.size(); i++) {
      String words = headings.get(i).folded();
      if (STATES.matcher(words).matches()) {
        int column = i;
        boolean approves =
            rows.stream().anyMatch(row -> APPROVED.matcher(row.cell(column)).matches());
        marks.hiding.put(i, approves ? GONE_OR_PENDING : GONE);
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

  /** Whether editors mark something in a column. */
  boolean in(int column) {
    return hiding.containsKey(column) || parts.containsKey(column);
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
