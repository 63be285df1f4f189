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

  /**
   * What a column tells.
   *
   * @param weight how surely
   * @param language of which language the words are; empty for words that several have
   */
  record Sense(Column column, int weight, String language) {}

  private static final int LONGEST = 150;
  private static final int EXACT = 1000;
  private static final int WITHIN = 500;
  private static final int EACH_FURTHER_WORD = 25;
  private static final int AT_THE_HEAD = 60;

  /** What words take off that tell it only where no other column does. */
  private static final int LAST = 495;

  /** What stands for a language above a column: “Title (ES)”. */
  private static final Set<String> CODES =
      Set.of("en", "es", "fr", "pt", "de", "ar", "zh", "vi", "ko", "ru", "tl", "ht");

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

  private static final Set<String> PHONES = ColumnWords.set("phone.words");
  private static final Set<String> MAILS = ColumnWords.set("mail.words");
  private static final Set<String> REMARKS = ColumnWords.set("summary.last");

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
      words("location|address|via|calle|street|image|photo|hours|parking|fees?");

  private static final Pattern SOCIAL =
      words(
          "facebook|fb|instagram|twitter|x|tiktok|bluesky|social|social media|redes sociales|youtube|linkedin");

  /** What an address is of besides an entry: where it was found, a picture, a place on a map. */
  private static final Pattern ELSEWHERE =
      words(
          "source\\w*|fuente|evidence|reference|citation|logo|image|imagen|photo|foto|picture|icon|avatar|thumbnail|cover"
              + "|map|maps|mapa|geo\\w*|edit|admin|api|json|xml|rdf|schema|license|licen[cs]ia|record|self|uri|register|raw|old"
              + "|previous|drive|folder|calendar|invite|attachments?|tracker|sheet|notes?|notas?|comments?|comentarios?|archiv\\w*");

  /** What a sheet calls its entries: “food_bank_name”, “Nombre de la asociación”. */
  private static final Pattern NAME_OF_SORT =
      Pattern.compile(
          "(?!.*\\b(?:contact|first|last|middle|full|user|your|nick|person|staff|parent|member|author|director|manager|owner"
              + "|president|chair|leader|coordinator|principal|pastor|file|column|table|sheet|domain|host|street|road|city|town|county"
              + "|state|country|district|ward|island|region|zone|area|neighbou?rhood|municipality|province|map|layer|field"
              + "|persona|contacto|usuario|calle|via|ciudad|municipio|provincia|estado|pais|distrito|barrio|isla|archivo|responsable"
              + "|presidente|directora?|representante)\\b)"
              + "(?:(?:\\w+ ){1,3}name|(?:nombre|nom) (?:de(?: la| los| las)?|del) (?:\\w+ ?){1,3})");

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
        Set.of("name", "nombre", "address", "direccion", "domicilio", "location", "title")
            .contains(folded);
    boolean remark = Arrays.stream(folded.split(" ")).anyMatch(REMARKS::contains);
    return bare || remark || (reach && !saysWhose());
  }

  /** True for a column of names, which a form may mean of whoever fills it in. */
  boolean isBareName() {
    return Set.of("name", "nombre", "first name", "last name", "full name", "nombre completo")
        .contains(folded);
  }

  /** True for what only programs read. */
  boolean isIdentity() {
    return IDENTITY.matcher(folded).find();
  }

  /** True for the account of an entry on a social network. */
  boolean isSocial() {
    return SOCIAL.matcher(folded).find();
  }

  /** Whether a column of addresses may lead to what the entry offers, by the words above it. */
  boolean mayLead() {
    return !folded.isEmpty() && !isPersonal() && !ELSEWHERE.matcher(folded).find();
  }

  /** True for a day that may be that of an event. */
  boolean isBareDate() {
    return folded.equals("date") || folded.equals("fecha");
  }

  /** True for the name of what happens on a day. */
  boolean isOfEvents() {
    return folded.matches("(?:event|evento|webinar|workshop|taller)(?: (?:name|title))?");
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
    if (folded.isEmpty() || isIdentity() || Place.isPart(folded)) {
      return Optional.empty();
    }
    if (isOf(PHONES)) {
      return Optional.of(new Sense(Column.PHONE, EXACT, ""));
    }
    if (isOf(MAILS)) {
      return Optional.of(new Sense(Column.EMAIL, EXACT, ""));
    }
    if (OF_A_PHONE.matcher(folded).find()) {
      return Optional.empty();
    }
    Optional<Sense> best = Optional.empty();
    for (Column column : Column.values()) {
      Optional<Sense> sense = sense(column);
      if (sense.map(Sense::weight).orElse(0) > best.map(Sense::weight).orElse(0)) {
        best = sense;
      }
    }
    if (best.isEmpty() && NAME_OF_SORT.matcher(folded).matches()) {
      return Optional.of(new Sense(Column.TITLE, 1, ""));
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

  private Optional<Sense> sense(Column column) {
    List<ColumnWords> names = column.words();
    int best = 0;
    String language = "";
    String padded = " " + folded + " ";
    for (int i = 0; i < names.size(); i++) {
      ColumnWords name = names.get(i);
      int weight = weight(name, padded) - (name.last() ? LAST : i);
      if (weight > best) {
        best = weight;
        String beside = languageBeside(name.words());
        language = beside.isEmpty() ? name.language() : beside;
      }
    }
    return best > 0 ? Optional.of(new Sense(column, best, language)) : Optional.empty();
  }

  private int weight(ColumnWords name, String padded) {
    if (folded.equals(name.words())) {
      return EXACT;
    }
    int at = padded.indexOf(" " + name.words() + " ");
    if (at < 0 || (name.alone() && languageBeside(name.words()).isEmpty())) {
      return 0;
    }
    int further = folded.split(" ").length - name.words().split(" ").length;
    boolean head =
        HEAD_FIRST.matcher(padded).find()
            ? at == 0
            : at + name.words().length() + 2 == padded.length();
    return WITHIN - further * EACH_FURTHER_WORD + (head ? AT_THE_HEAD : 0);
  }

  /** The language that the words beside others name, and nothing else; else empty. */
  private String languageBeside(String name) {
    String rest = (" " + folded + " ").replace(" " + name + " ", " ").strip();
    String named = rest.replaceFirst("^(in|en) ", "");
    String tag = LanguageNames.tag(named);
    return tag.isEmpty() && CODES.contains(named) ? named : tag;
  }
}
