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

  /** Where the first noun of a heading is its head, not the last: “Description of the agency”. */
  private static final Pattern HEAD_FIRST = Pattern.compile(" (?:of|for|de|del|para|in|en|to) ");

  /** What only machines read: “organization_id”. */
  private static final Pattern IDENTITY =
      Pattern.compile("(?:^| )(?:id|ids|uuid|guid|code|count)$");

  /** What a form keeps of whoever filled it in. Where it stands, so may more of that person. */
  private static final Pattern FORM =
      words(
          "timestamp|time ?stamp|marca temporal|marca de tiempo|hora de inicio|start time"
              + "|completion time|submi\\w+|respond\\w*|response id|encuestad\\w*|enviad[oa] por"
              + "|remitente|your (?:\\w+ )?(?:name|e ?mail|phone|number|telephone|title|role|contact)"
              + "|e ?mail address|direccion de correo(?: electronico)?|correo electronico del? \\w+"
              + "|(?:tu|su)s? (?:nombre|correo|e ?mail|telefono|numero|direccion|celular)"
              + "|contact(?: s)? (?:person|name|first|last)|point of contact|poc"
              + "|(?:persona|nombre|correo|telefono)(?: de| del)? contacto"
              + "|first name|last name|full name|surname|nombre completo|apellidos?|nombre y apellidos?"
              + "|ip|ip address|direccion ip|user ?name|nombre de usuario");

  /** What else is no reader's business. */
  private static final Pattern PRIVATE =
      words(
          "\\w+ by|\\w+ por|who|quien|internal|intern[oa]s?|admin\\w*|staff|volunteer\\w*"
              + "|voluntari[oa]s?|assign\\w*|asignad\\w*|private|privad\\w*|confidential\\w*"
              + "|do not (?:publish|share)|no publicar|birth\\w*|dob|nacimiento|ssn|passport"
              + "|pasaporte|home address|home phone|personal|mobile|cell|cellphone|celular|movil"
              + "|domicilio|password|contrasena|score|initials|iniciales|job title|position|cargo"
              + "|puesto|editor notes|status");

  private static final Set<String> PHONES =
      Set.of(
          "phone",
          "phones",
          "telephone",
          "tel",
          "phone number",
          "telephone number",
          "hotline",
          "helpline",
          "telefono",
          "telefonos",
          "numero de telefono",
          "linea de ayuda",
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
      Set.of("s", "the", "of", "for", "line", "number", "24", "7", "de", "del", "la", "linea");

  static Heading of(String written) {
    String shortened = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    String bare =
        ACCENTS.matcher(Normalizer.normalize(shortened, Normalizer.Form.NFKD)).replaceAll("");
    return new Heading(
        written.strip(), SIGNS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip());
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  /** True for a column that a form fills with what it knows of a person. */
  boolean ofForm() {
    return !saysWhose() && FORM.matcher(folded).find();
  }

  /** True for a column that must not be shown unless somebody says so. */
  boolean isPersonal() {
    return ofForm() || PRIVATE.matcher(folded).find();
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

  /** True where the words say that a telephone or mailbox is an organization's. */
  boolean saysWhose() {
    boolean personal = folded.matches(".*\\b(your|tu|su|tus|sus|person|persona)\\b.*");
    return !personal && Arrays.stream(folded.split(" ")).anyMatch(OFFICE::contains);
  }

  /** What the column tells; empty where the words are none that are known. */
  Optional<Sense> sense() {
    if (folded.isEmpty() || IDENTITY.matcher(folded).find()) {
      return Optional.empty();
    }
    if (isOf(PHONES)) {
      return Optional.of(new Sense(Column.PHONE, EXACT));
    }
    if (isOf(MAILS)) {
      return Optional.of(new Sense(Column.EMAIL, EXACT));
    }
    Optional<Sense> best = Optional.empty();
    for (Column column : Column.values()) {
      int weight = weight(column);
      if (weight > best.map(Sense::weight).orElse(0)) {
        best = Optional.of(new Sense(column, weight));
      }
    }
    return best;
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
    return names.contains(core.toString());
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
            "name", "nombre", "date", "fecha", "site", "web", "sitio", "pagina", "form", "area")
        .contains(name);
  }

  private boolean isOnlyWithLanguage(String name) {
    String rest = (" " + folded + " ").replace(" " + name + " ", " ").strip();
    return !LanguageNames.tag(rest.replaceFirst("^(in|en) ", "")).isEmpty();
  }
}
