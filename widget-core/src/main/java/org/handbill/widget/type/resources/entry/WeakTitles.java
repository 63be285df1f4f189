package org.handbill.widget.type.resources.entry;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows words that an entry is called by only where nothing better stands around it: the label of a
 * field (“Description”), and a call or a mere mention of a site (“Register here”, “the city’s
 * website”).
 */
public final class WeakTitles {

  private static final Set<String> LABELS =
      Set.of(
          "description",
          "summary",
          "overview",
          "location",
          "locations",
          "place",
          "address",
          "where",
          "when",
          "hours",
          "schedule",
          "time",
          "date",
          "cost",
          "price",
          "fee",
          "eligibility",
          "requirements",
          "registration",
          "enrollment",
          "sign",
          "up",
          "how",
          "services",
          "service",
          "notes",
          "note",
          "email",
          "languages",
          "language",
          "descripción",
          "resumen",
          "ubicación",
          "lugar",
          "dirección",
          "dónde",
          "cuándo",
          "horario",
          "horarios",
          "hora",
          "fecha",
          "costo",
          "coste",
          "precio",
          "requisitos",
          "elegibilidad",
          "inscripción",
          "registro",
          "cómo",
          "servicios",
          "servicio",
          "notas",
          "nota",
          "idiomas",
          "idioma");

  private static final Pattern SPLIT = Pattern.compile("[^\\p{L}]+");

  private static final Pattern FIELD = Pattern.compile("([^:.]{2,40}):\\s+(.+)");

  private static final Pattern CALL =
      Pattern.compile("(?iu)\\p{L}+(?:\\s+\\S+){0,3}\\s+(?:here|aquí|aqui|ici|hier)");

  private static final Pattern SITE =
      Pattern.compile(
          "(?iu)(?:the |its |their |our |el |la |su )?(?:web ?(?:site|page)|site|sitio|página)(?: web)? (?:of|de|del) .{2,40}"
              + "|(?:the |its |their |our )\\p{L}+(?:['’]s)? web ?(?:site|page)");

  private static final int LONGEST_NAME = 90;

  private static final Pattern ABBREVIATED =
      Pattern.compile("(?:\\p{Lu}\\.|\\b(?:Inc|Ltd|Corp|Co|Assn|Dept|St|Ave|Blvd)\\.)$");

  private WeakTitles() {}

  /** True for the label of a field, alone or with words that tell no more. */
  public static boolean label(String words) {
    boolean label = false;
    for (String word : SPLIT.split(words.toLowerCase(Locale.ROOT))) {
      if (LABELS.contains(word)) {
        label = true;
      } else if (!word.isEmpty() && !Titles.generic(word) && word.length() > 3) {
        return false;
      }
    }
    return label;
  }

  /** Whether words begin with the label of a field, as “Location: Main Street” does. */
  public static boolean labelled(String words) {
    return !unlabelled(words).equals(words);
  }

  /** The words without such a label. */
  public static String unlabelled(String words) {
    Matcher field = FIELD.matcher(words);
    return field.matches() && label(field.group(1)) ? field.group(2) : words;
  }

  /** True for a call to go somewhere, or a site that only its context names. */
  public static boolean call(String words) {
    return CALL.matcher(words).matches() || SITE.matcher(words).matches();
  }

  /** True for words that tell nothing about what a link leads to. */
  public static boolean idle(String words) {
    return !Titles.TELLING.matcher(words).find() || Titles.generic(words) || label(words);
  }

  /** Whether words are short enough for a name, and no sentence. */
  public static boolean mayName(String words) {
    return words.length() <= LONGEST_NAME
        && (!words.endsWith(".") || ABBREVIATED.matcher(words).find());
  }
}
