package org.handbill.widget.type.resources.sheet;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;

/** Finds the telephone numbers and mailboxes in a cell. */
public final class Reach {

  private static final int LONGEST = 2_000;
  private static final int MOST = 10;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([(]?(?:\\+\\s?)?[(]?\\d[\\d\\s().\\u2013/-]{1,24}\\d)(?![\\p{N}@])"
              + "(?:\\s*,?\\s*(?i:x|ext\\.?|extension|anexo|#)\\s*(\\d{1,6}))?");
  private static final Pattern LETTERED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])((?:1[ -.])?\\(?8\\d\\d\\)?[ -.](?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*)");
  private static final Pattern TOGETHER =
      Pattern.compile(
          "\\s*(?:[;|\\n]|,(?=\\s)|\\s/\\s)\\s*|(?<=\\b(?:[2-9]11|988))\\s{2,}(?=[+(]?\\d)");

  /** A web address, whose digits call nobody. */
  private static final Pattern WEB = Pattern.compile("(?i)(?:https?:|www\\.)\\S+");

  /** “24/7” and “(24 hrs)”, which are no numbers. */
  private static final Pattern ALWAYS =
      Pattern.compile(
          "(?i)\\(?(?<![\\d-])24(?:\\s?[/x-]\\s?7(?![\\d-])|[\\s-]?(?:hrs?|hours?|horas?|h)\\b)\\)?");

  /** What a program makes of a column of numbers. */
  private static final Pattern DECIMAL = Pattern.compile("^\\s*(\\d{7,15})\\.0\\s*$");

  private static final Pattern ENDINGS =
      Pattern.compile(
          "(?<!\\d)((?:\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]|\\d{4}-\\s?)\\d{4})"
              + "((?:\\s?/\\s?\\d{2,4}(?!\\d|\\s?-))+)");

  private static final Pattern CODE =
      Pattern.compile("(?i)(?:call|dial|marque)?\\s*\\d{3,4}|(?:text)?\\s*\\d{6}|text\\s*\\d{5}");

  /** Public services' numbers, which stand among words too; other three digits there are counts. */
  private static final Pattern SHORT = Pattern.compile("[2-9]11|988|0[1-9]\\d|1[1-9]\\d");

  /** What a number is that of a house behind. */
  private static final Pattern STREET =
      Pattern.compile(
          "(?iu)\\b(?:calle|c/|avenida|avda?|av|blvd|bulevar|paseo|plaza|camino|carretera|ruta|km|colonia|col|lote|n[uú]m|no|nº|n°"
              + "|street|st|road|rd|avenue|ave|boulevard|suite|ste|unit|room|apt|box|rua|rue|via|piso|local|edificio|dirección|direccion"
              + "|address)\\b(?![^|;\\n]*(?:tel|phone|call|llam))");

  private static final Pattern TEXTED =
      Pattern.compile("(?iu)\\b(?:text|txt|sms|texto|env[ií]\\w{1,3}|mande)\\b.*$");
  private static final Pattern WITH_AREA_LAST =
      Pattern.compile("\\(?\\d{3}\\)?[ .-]{0,2}\\d{3}[ .-]\\d{4}$");
  private static final Pattern BEFORE = Pattern.compile("(\\p{L}[\\p{L} /-]{0,38}):\\s*$");
  private static final Pattern AFTER = Pattern.compile("\\s*\\((\\p{L}[^()\\d]{1,40})\\)");
  private static final Pattern FAX = Pattern.compile("(?iu)\\b(?:tele)?fax");
  private static final Pattern PHONE_ITSELF =
      Pattern.compile("(?iu)(?:tele)?phone|tel|ph|call|main|tel[eé]fono|llame(?: al)?");

  /** Brazil's. */
  private static final Pattern POSTCODE = Pattern.compile("\\d{5}-\\d{3}");

  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?|\\d\\d?/\\d\\d?/\\d{4}");

  private Reach() {}

  /** The telephone numbers, each titled as it is written, with what the cell says of it. */
  public static List<Link> phones(String cell, Addresses addresses) {
    List<Link> found = new ArrayList<>();
    String text = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    String words = WEB.matcher(ALWAYS.matcher(text).replaceAll(" ")).replaceAll(" ");
    String numbers = DECIMAL.matcher(words).replaceAll("$1");
    for (String part : TOGETHER.split(ENDINGS.matcher(numbers).replaceAll(Reach::each), MOST)) {
      Matcher lettered = LETTERED.matcher(part);
      if (CODE.matcher(part.strip()).matches()) {
        phone(part, part.replaceAll("\\D", ""), "", addresses).ifPresent(found::add);
      } else if (lettered.find()) {
        phone(lettered.group(1), lettered.group(1), "", addresses).ifPresent(found::add);
      } else {
        numbers(part, addresses, found);
      }
    }
    return found;
  }

  /** “555-0180/81/82” as three numbers. */
  private static String each(MatchResult found) {
    StringBuilder all = new StringBuilder(found.group(1));
    for (String ending : found.group(2).replace(" ", "").substring(1).split("/")) {
      all.append("; ")
          .append(found.group(1), 0, found.group(1).length() - ending.length())
          .append(ending);
    }
    return Matcher.quoteReplacement(all.toString());
  }

  private static void numbers(String part, Addresses addresses, List<Link> found) {
    Matcher number = NUMBER.matcher(part);
    int after = 0;
    while (number.find() && found.size() < MOST) {
      String before = part.substring(after, number.start());
      after = number.end();
      String written = withoutPostcode(number.group(1));
      int digits = digits(written).length();
      boolean code = SHORT.matcher(digits(written)).matches() && !STREET.matcher(before).find();
      boolean texted = digits == 5 || digits == 6 ? TEXTED.matcher(before).find() : digits > 6;
      Matcher label = BEFORE.matcher(before);
      String of = label.find() ? label.group(1) : "";
      boolean other = DATE.matcher(written).find() || POSTCODE.matcher(written.strip()).matches();
      if ((code || texted) && !other && !FAX.matcher(of).find()) {
        String extension = number.group(2) == null ? "" : number.group(2);
        String shown = number.group().substring(number.group(1).length() - written.length());
        Matcher text = TEXTED.matcher(before);
        String said =
            digits < 7 && !code && text.find()
                ? text.group().strip() + " " + shown.strip()
                : said(of, shown, part.substring(number.end()));
        phone(said, written, extension, addresses).ifPresent(found::add);
      }
    }
  }

  /** The number with what stands before it and, in brackets, after it. */
  private static String said(String of, String number, String after) {
    Matcher remark = AFTER.matcher(after);
    return (PHONE_ITSELF.matcher(of).matches() || of.isEmpty() ? "" : of + ": ")
        + number.strip()
        + (remark.lookingAt() ? " (" + remark.group(1).strip() + ")" : "");
  }

  /** Whether a number is to be written to, by words that its title has. */
  static boolean isTexted(Link link) {
    return link.kind() == Kind.PHONE && TEXTED.matcher(link.title()).lookingAt();
  }

  /** A number without a postcode that stands right before it. */
  private static String withoutPostcode(String number) {
    Matcher own = WITH_AREA_LAST.matcher(number);
    return digits(number).length() > 11 && !number.contains("+") && own.find()
        ? own.group()
        : number;
  }

  private static Optional<Link> phone(
      String written, String number, String extension, Addresses addresses) {
    String plus = number.matches("\\(?\\+.*") ? "+" : "";
    String digits = digits(number);
    if (digits.chars().allMatch(digit -> digit == '0')) {
      return Optional.empty();
    }
    boolean code = digits.length() >= 3 && digits.length() <= 6;
    if (digits.length() > 15 || (digits.length() < 7 && !code)) {
      return Optional.empty();
    }
    String address = "tel:" + plus + digits + (extension.isEmpty() ? "" : ";ext=" + extension);
    return addresses
        .resolve(address)
        .map(url -> new Link(written.strip(), url, Kind.PHONE, Optional.empty()));
  }

  /** Digits, and for letters those of the keys that they stand on (ITU E.161). */
  private static String digits(String number) {
    String keys = "22233344455566677778889999";
    StringBuilder digits = new StringBuilder();
    for (char c : number.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c >= 'A' && c <= 'Z') {
        digits.append(keys.charAt(c - 'A'));
      } else if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /**
   * The mailboxes.
   *
   * @param ofPersonsToo false for only those whose name says that they are an office's
   * @param called the names of the entry that the cell is of
   */
  static List<Link> mails(String cell, boolean ofPersonsToo, String called, Addresses addresses) {
    List<Link> found = new ArrayList<>();
    String text = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    Matcher mail = Mailbox.ADDRESS.matcher(text);
    while (mail.find() && found.size() < MOST) {
      String address = mail.group();
      if (ofPersonsToo || Mailbox.isOffice(address, called)) {
        Optional<URI> url = addresses.resolve("mailto:" + address);
        url.ifPresent(
            found1 -> found.add(new Link(address, found1, Kind.MAIL, Optional.<Language>empty())));
      }
    }
    return found;
  }
}
