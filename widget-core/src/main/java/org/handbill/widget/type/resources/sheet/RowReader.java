package org.handbill.widget.type.resources.sheet;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;

/** Makes an entry of a row. */
final class RowReader {

  /** From how many digits on a number has its area code in it. */
  private static final int MOST_DIGITS_WITHOUT = 8;

  private static final Pattern AREA_CODE =
      Pattern.compile(
          "prefijo|area code|codigo (?:de )?area|lada|clave lada|ddd|indicativo|prefix|vorwahl");

  private static final int LONGEST_SUMMARY = 4_000;

  private static final Pattern MARKUP = Pattern.compile("<\\w[^>]{0,500}>|&(?:#\\d+|\\w+);");

  /** A telephone number that stands far behind a name. */
  private static final Pattern NUMBER_AFTER =
      Pattern.compile("(?<=\\p{L})\\s{2,}[+(]?\\d[\\d\\s().+-]{6,}\\d$");

  private static final Pattern ENDLESS =
      Pattern.compile(
          "(?iu)ongoing|never|always|permanent\\w*|year.?round|no (?:end|expir|deadline|vence|caduca).*|rolling"
              + "|until further notice|open|continuous|siempre|nunca|permanente|indefinid[oa]|sin (?:fecha|vencimiento).*"
              + "|continu[oa]|abiert[oa]");

  /** A heading that only a program reads. */
  private static final Pattern OF_PROGRAM = Pattern.compile("_|\\p{Ll}[\\p{Lu}\\d]|^\\p{Ll}{1,4}$");

  private final Layout layout;
  private final Addresses addresses;
  private final Place place;
  private final Map<Column, Dates> dates = new EnumMap<>(Column.class);
  private final int prefix;
  private int withheld;

  RowReader(Layout layout, List<Row> rows, URI base) {
    this.layout = layout;
    this.addresses = new Addresses(base);
    int address = layout.of(Column.ADDRESS).stream().findFirst().orElse(-1);
    this.prefix =
        IntStream.range(0, layout.headings().size())
            .filter(column -> AREA_CODE.matcher(layout.heading(column).folded()).matches())
            .findFirst()
            .orElse(-1);
    boolean form = layout.headings().stream().anyMatch(Heading::ofForm);
    this.place =
        form
            ? new Place(List.of())
            : Place.of(layout.headings(), address < 0 ? "" : layout.heading(address).folded());
    for (Column column : List.of(Column.UPDATED, Column.VERIFIED, Column.EXPIRES)) {
      List<String> cells = rows.stream().map(row -> layout.cell(row, column)).toList();
      boolean spanish = layout.of(column).stream().anyMatch(this::isSpanish);
      dates.put(column, Dates.of(cells, spanish));
    }
  }

  private boolean isSpanish(int column) {
    return layout
        .heading(column)
        .folded()
        .matches(
            ".*(fecha|ultima|actualiza|verifica|revis|vence|vencimiento|caduca|valido|expira\\b).*");
  }

  /** The entry; empty for a row with nothing to follow, to call or to write to. */
  Optional<Item> item(Row row) {
    List<Link> links = links(row);
    if (links.isEmpty()) {
      return Optional.empty();
    }
    Link main = links.get(0);
    Optional<String> organization =
        Optional.of(plain(layout.cell(row, Column.ORGANIZATION))).filter(name -> !name.isEmpty());
    String title =
        plain(WebCell.words(NUMBER_AFTER.matcher(layout.cell(row, Column.TITLE)).replaceFirst("")));
    String known =
        title.isEmpty() || Titles.addressLike(title) ? organization.orElse(title) : title;
    String shown = known.isEmpty() ? wordsOf(main) : known;
    RichText summary = summary(row, main);
    return Optional.of(
        new Item(
            Titles.fromText(shown),
            main.url(),
            links.subList(1, links.size()),
            summary,
            language(row, main, shown, summary),
            Kind.of(main.url(), "", shown),
            new Item.Facts(
                organization.filter(name -> !name.equals(shown)),
                date(row, Column.UPDATED),
                date(row, Column.VERIFIED),
                date(row, Column.EXPIRES),
                webAddress(row, Column.ARCHIVE),
                webAddress(row, Column.PICTURE))));
  }

  private static String wordsOf(Link main) {
    return main.kind() == Kind.PAGE || main.title().isEmpty()
        ? Titles.fromAddress(main.url())
        : main.title();
  }

  /** The main link first: an address, else a telephone, else a mailbox. */
  private List<Link> links(Row row) {
    Map<URI, Link> links = new LinkedHashMap<>();
    Map<URI, Link> mails = new LinkedHashMap<>();
    for (int column : layout.of(Column.URL)) {
      String heading = layout.heading(column).written();
      String label = layout.label(row, column);
      WebCell.read(row.cell(column), addresses)
          .forEach(
              (url, words) -> {
                Map<URI, Link> kind = url.getScheme().equals("mailto") ? mails : links;
                String said = words.isEmpty() ? label : words;
                Link link = web(url, said, links.isEmpty() ? "" : heading);
                kind.putIfAbsent(url, inLanguage(link, heading));
              });
    }
    String called = layout.cell(row, Column.TITLE) + " " + layout.cell(row, Column.ORGANIZATION);
    for (int column : layout.of(Column.PHONE)) {
      String cell = row.cell(column);
      if (links.isEmpty() && WebCell.holdsOne(cell)) {
        WebCell.read(cell, addresses).keySet().forEach(url -> links.put(url, web(url, "", "")));
      }
      add(Reach.phones(areaCode(row, cell) + cell, addresses), links);
      add(Reach.mails(cell, false, called, addresses), mails);
    }
    for (int column : layout.of(Column.EMAIL)) {
      boolean any = layout.isPublic(Column.EMAIL, column);
      List<Link> shown = Reach.mails(row.cell(column), any, called, addresses);
      withheld += Mailbox.count(row.cell(column)) - shown.size();
      add(shown, mails);
    }
    mails.forEach(links::putIfAbsent);
    return List.copyOf((links.isEmpty() ? among(row) : links).values());
  }

  /** What stands in a column of its own before a number that is too short without it. */
  private String areaCode(Row row, String number) {
    String code = prefix < 0 ? "" : row.cell(prefix);
    long digits = number.chars().filter(Character::isDigit).count();
    boolean lacks = digits > 0 && digits <= MOST_DIGITS_WITHOUT && !number.startsWith(code);
    return code.matches("\\d{1,4}") && lacks ? code + " " : "";
  }

  /** The columns that are read beside those of the layout. */
  List<Integer> beside() {
    List<Integer> columns = new ArrayList<>(place.parts());
    columns.add(prefix);
    return columns;
  }

  /** How many mailboxes of the rows read so far are not shown, since they may be persons'. */
  int withheld() {
    return withheld;
  }

  /** What stands among the words of a row that has nothing else to follow. */
  private Map<URI, Link> among(Row row) {
    Map<URI, Link> links = new LinkedHashMap<>();
    for (Column column : List.of(Column.TITLE, Column.SUMMARY)) {
      String cell = layout.cell(row, column);
      if (WebCell.holdsOne(cell)) {
        WebCell.read(cell, addresses)
            .forEach((url, words) -> links.putIfAbsent(url, web(url, words, "")));
      }
    }
    add(Reach.phones(layout.cell(row, Column.SUMMARY), addresses), links);
    return links;
  }

  private static void add(List<Link> found, Map<URI, Link> links) {
    found.forEach(link -> links.putIfAbsent(link.url(), link));
  }

  /** A link in the language that stands above its column, where nothing nearer tells one. */
  private static Link inLanguage(Link link, String heading) {
    return link.language().isPresent()
        ? link
        : new Link(link.title(), link.url(), link.kind(), StatedLanguages.beside(heading));
  }

  private static Link web(URI url, String words, String heading) {
    String said = words.isEmpty() || Titles.addressLike(words) ? heading : words;
    Optional<Language> language = LanguageHints.named(said).or(() -> StatedLanguages.beside(said));
    boolean host = words.isEmpty() && OF_PROGRAM.matcher(said).find();
    String title =
        host
            ? String.valueOf(url.getHost()).replaceFirst("^www\\.", "")
            : !words.isEmpty() || !Titles.generic(said) || isKind(url, said)
                ? said
                : language.map(Language::ownName).orElseGet(() -> Titles.fromAddress(url));
    return new Link(Titles.fromText(PlainText.line(title)), url, Kind.of(url, "", title), language);
  }

  /** Whether the word above a column, such as “Video”, says more of a link than its address. */
  private static boolean isKind(URI url, String said) {
    Kind kind = Kind.of(url, "", said);
    boolean host = Titles.fromAddress(url).equals(String.valueOf(url.getHost()));
    return !said.isBlank() && (kind == Kind.VIDEO || (kind != Kind.PAGE && host));
  }

  private RichText summary(Row row, Link main) {
    List<String> parts = new ArrayList<>();
    if (Reach.isTexted(main)) {
      parts.add(main.title());
    }
    for (Column column : List.of(Column.SUMMARY, Column.ADDRESS, Column.HOURS)) {
      String said = defused(layout.cell(row, column));
      String cell = column == Column.ADDRESS ? place.read(row, said) : said;
      if (!cell.isEmpty()) {
        parts.add(cell.length() > LONGEST_SUMMARY ? cut(cell) : cell);
      }
    }
    boolean markup = parts.stream().anyMatch(part -> MARKUP.matcher(part).find());
    return markup
        ? RichText.clean(String.join("<br>", parts), addresses.base())
        : RichText.plain(String.join("\n", parts));
  }

  private static String cut(String cell) {
    int space = cell.lastIndexOf(' ', LONGEST_SUMMARY);
    return cell.substring(0, space > 0 ? space : LONGEST_SUMMARY) + "…";
  }

  /** The one language that the row states or its words show; of several, none. */
  private Optional<Language> language(Row row, Link main, String title, RichText summary) {
    String cell = layout.cell(row, Column.LANGUAGE);
    if (!cell.isEmpty()) {
      List<Language> stated = StatedLanguages.of(cell);
      return stated.size() == 1 ? Optional.of(stated.get(0)) : main.language();
    }
    return main.language()
        .or(() -> LanguageHints.named(title))
        .or(() -> LanguageHints.written(title))
        .or(() -> LanguageHints.told(title + "\n" + summary.text()));
  }

  /** What stands for the last day of a row and names none; empty where nothing does. */
  String unreadEnd(Row row) {
    String cell = layout.cell(row, Column.EXPIRES);
    boolean read = date(row, Column.EXPIRES).isPresent();
    return read || ENDLESS.matcher(cell).matches() ? "" : cell;
  }

  private Optional<LocalDate> date(Row row, Column column) {
    Dates known = dates.getOrDefault(column, new Dates(false));
    String cell = layout.cell(row, column);
    return column == Column.EXPIRES ? known.readEnd(cell) : known.read(cell);
  }

  private Optional<URI> webAddress(Row row, Column column) {
    return WebCell.read(layout.cell(row, column), addresses).keySet().stream()
        .filter(url -> String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).startsWith("http"))
        .findFirst();
  }

  private String plain(String cell) {
    String words =
        MARKUP.matcher(cell).find() ? RichText.clean(cell, addresses.base()).text() : cell;
    return PlainText.line(defused(words));
  }

  /** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
  static String defused(String cell) {
    return cell.matches("(?s)'[=+@'-].*") ? cell.substring(1) : cell;
  }
}
