package org.handbill.widget.type.resources.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.LanguageNames;

/**
 * The words above a column, and what they say of it.
 *
 * @param written as they stand in the sheet
 * @param folded in lower case, without accents and signs
 */
record Heading(String written, String folded) {

  /** What a column tells, and how surely. */
  record Sense(Column column, int weight) {}

  private static final int LONGEST = 150;
  private static final int EXACT = 1000;
  private static final int WITHIN = 500;
  private static final int EACH_FURTHER_WORD = 25;
  private static final int AT_THE_HEAD = 60;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Where one word of a name that a program made ends and the next begins: “Phone1Number”. */
  private static final Pattern SEAMS =
      Pattern.compile(
          "(?<=\\p{Ll})(?=[\\p{Lu}\\d])|(?<=\\d)(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})");

  private static final Pattern COUNTED = Pattern.compile("(?<=\\p{L}) \\d\\d?(?= |$)");

  /** Where the first noun of a heading is its head, not the last: “Description of the agency”. */
  private static final Pattern HEAD_FIRST = Pattern.compile(" (?:of|for|de|del|para|in|en|to) ");

  /** What only machines read: “organization_id”. */
  private static final Pattern IDENTITY =
      Pattern.compile("(?:^| )(?:id|ids|uuid|guid|code|codes|count|num|key)$");

  private static final Set<String> PHONES =
      Set.of(
          "phone",
          "phones",
          "telephone",
          "tel",
          "phone number",
          "telephone number",
          "telephones",
          "hotline",
          "helpline",
          "telefono",
          "telefonos",
          "numero de telefono",
          "linea de ayuda",
          "telefono contacto",
          "telefonos contacto",
          "contact info",
          "contact information",
          "informacion de contacto",
          "toll free");
  private static final Set<String> MAILS =
      Set.of(
          "email",
          "e mail",
          "mail",
          "correo",
          "correo electronico",
          "email address",
          "e mail address",
          "direccion correo electronico");

  /** Words that say that it is not a person's own. */
  private static final Set<String> OFFICE =
      Set.of(
          "organization",
          "organisation",
          "org",
          "agency",
          "office",
          "public",
          "program",
          "service",
          "clinic",
          "intake",
          "general",
          "main",
          "hotline",
          "helpline",
          "crisis",
          "toll",
          "free",
          "info",
          "resource",
          "provider",
          "organizacion",
          "agencia",
          "oficina",
          "publico",
          "programa",
          "servicio",
          "clinica",
          "ayuda",
          "recurso",
          "atencion");

  private static final Set<String> HARMLESS =
      Set.of(
          "s", "the", "of", "for", "line", "number", "numbers", "24", "7", "de", "del", "la",
          "linea", "numero", "numeros", "tty", "tdd");

  /** What else may stand in a column's words only where the column tells that itself. */
  private static final Pattern OF_A_PHONE = words("phone\\w*|fax|tty|telefono|telefax");

  /** Of these a sheet keeps descriptions besides the entry's own. */
  private static final Pattern OF_A_PART =
      words("location|address|image|photo|hours|parking|fees?");

  static Heading of(String written) {
    String shortened = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    boolean made = shortened.strip().chars().noneMatch(Character::isWhitespace);
    String parted = made ? SEAMS.matcher(shortened).replaceAll(" ") : shortened;
    String bare =
        ACCENTS.matcher(Normalizer.normalize(parted, Normalizer.Form.NFKD)).replaceAll("");
    return new Heading(
        written.strip(), SIGNS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip());
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  /** True for a column that a form fills with what it knows of a person. */
  boolean ofForm() {
    return !saysWhose() && Personal.isOfForm(folded);
  }

  /** True for a column that must not be shown unless somebody says so. */
  boolean isPersonal() {
    return ofForm() || Personal.isPrivate(folded);
  }

  /** True for one that would be an organization's, did it not stand in a form's sheet. */
  boolean isDoubtfulInForm() {
    Optional<Column> column = sense().map(Sense::column);
    boolean reach =
        column.filter(found -> found == Column.PHONE || found == Column.EMAIL).isPresent();
    boolean bare =
        Set.of("name", "nombre", "address", "direccion", "location", "title").contains(folded);
    return bare || (reach && !saysWhose());
  }

  /** True for a column of names, which a form may mean of whoever fills it in. */
  boolean isBareName() {
    return Set.of("name", "nombre", "first name", "last name", "full name", "nombre completo")
        .contains(folded);
  }

  /** True for what says nothing to a person: no words, or a few letters that are none. */
  boolean isCode() {
    return folded.length() < 4 && sense().isEmpty();
  }

  /** True for what may be an entry's title or a person's. */
  boolean isTitle() {
    return folded.equals("title");
  }

  /** True where the words say that a telephone or mailbox is an organization's. */
  boolean saysWhose() {
    boolean personal = folded.matches(".*\\b(your|tu|su|tus|sus|person|persona)\\b.*");
    return !personal && Arrays.stream(folded.split(" ")).anyMatch(OFFICE::contains);
  }

  /** What the column tells; empty where the words are none that are known. */
  Optional<Sense> sense() {
    String uncounted = COUNTED.matcher(folded).replaceAll("");
    return uncounted.equals(folded) ? ownSense() : new Heading(written, uncounted).ownSense();
  }

  private Optional<Sense> ownSense() {
    if (folded.isEmpty() || IDENTITY.matcher(folded).find()) {
      return Optional.empty();
    }
    if (isOf(PHONES)) {
      return Optional.of(new Sense(Column.PHONE, EXACT));
    }
    if (isOf(MAILS)) {
      return Optional.of(new Sense(Column.EMAIL, EXACT));
    }
    if (OF_A_PHONE.matcher(folded).find()) {
      return Optional.empty();
    }
    Optional<Sense> best = Optional.empty();
    for (Column column : Column.values()) {
      int weight = weight(column);
      if (weight > best.map(Sense::weight).orElse(0)) {
        best = Optional.of(new Sense(column, weight));
      }
    }
    boolean ofPart = OF_A_PART.matcher(folded).find();
    return best.filter(sense -> !(ofPart && sense.column() == Column.SUMMARY));
  }

  /** True where the words are one of those, with or without words that say whose it is. */
  private boolean isOf(Set<String> names) {
    if (names.contains(folded)) {
      return true;
    }
    StringBuilder core = new StringBuilder();
    for (String word : folded.split(" ")) {
      boolean named = names.contains(word);
      if (named || !(OFFICE.contains(word) || HARMLESS.contains(word))) {
        core.append(core.isEmpty() ? "" : " ").append(word);
      }
    }
    return names.contains(core.toString())
        || (!core.isEmpty() && names.containsAll(List.of(core.toString().split(" "))));
  }

  private int weight(Column column) {
    List<String> names = column.names();
    int best = 0;
    String padded = " " + folded + " ";
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (folded.equals(name)) {
        return EXACT - i;
      }
      int at = padded.indexOf(" " + name + " ");
      if (at < 0 || (isBareName(name) && !isOnlyWithLanguage(name))) {
        continue;
      }
      int further = folded.split(" ").length - name.split(" ").length;
      boolean head =
          HEAD_FIRST.matcher(padded).find() ? at == 0 : at + name.length() + 2 == padded.length();
      int weight = WITHIN - i - further * EACH_FURTHER_WORD + (head ? AT_THE_HEAD : 0);
      best = Math.max(best, weight);
    }
    return best;
  }

  /**
   * Words that name a thing only when nothing else stands beside them: “Name”, not “Aunt's name”.
   */
  private static boolean isBareName(String name) {
    return Set.of(
            "name",
            "nombre",
            "date",
            "fecha",
            "site",
            "web",
            "sitio",
            "pagina",
            "form",
            "area",
            "source",
            "fuente",
            "branch",
            "doi",
            "services",
            "servicios",
            "taxonomy",
            "type",
            "kind",
            "tipo")
        .contains(name);
  }

  private boolean isOnlyWithLanguage(String name) {
    String rest = (" " + folded + " ").replace(" " + name + " ", " ").strip();
    return !LanguageNames.tag(rest.replaceFirst("^(in|en) ", "")).isEmpty();
  }
}
