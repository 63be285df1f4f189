package org.handbill.widget.type.resources.sheet;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;

/** Finds the telephone numbers and mailboxes in a cell. */
final class Reach {

  private static final int LONGEST = 2_000;
  private static final int MOST = 10;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\+?[(]?\\d[\\d\\s().\\u2013/-]{1,24}\\d)(?![\\p{N}@])"
              + "(?:\\s*,?\\s*(?i:x|ext\\.?|extension|anexo)\\s*(\\d{1,6}))?");
  private static final Pattern LETTERED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])((?:1[ -.])?\\(?8\\d\\d\\)?[ -.](?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*)");
  private static final Pattern TOGETHER = Pattern.compile("\\s*(?:[;|\\n]|,(?=\\s)|\\s/\\s)\\s*");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?|\\d\\d?/\\d\\d?/\\d{4}");
  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  /** Mailboxes that belong to an office rather than to a person. */
  private static final Set<String> OFFICES =
      Set.of(
          "info",
          "information",
          "contact",
          "contactus",
          "help",
          "helpdesk",
          "hello",
          "office",
          "intake",
          "intakes",
          "admin",
          "support",
          "legal",
          "hotline",
          "helpline",
          "clinic",
          "mail",
          "email",
          "general",
          "inquiries",
          "enquiries",
          "inquiry",
          "volunteer",
          "outreach",
          "services",
          "referrals",
          "referral",
          "appointments",
          "frontdesk",
          "reception",
          "media",
          "press",
          "team",
          "staff",
          "immigration",
          "housing",
          "library",
          "contacto",
          "ayuda",
          "informacion",
          "informes",
          "oficina",
          "hola",
          "atencion",
          "citas",
          "servicios",
          "correo",
          "consulta",
          "consultas");

  private Reach() {}

  /** The telephone numbers, each titled as it is written. */
  static List<Link> phones(String cell, Addresses addresses) {
    List<Link> found = new ArrayList<>();
    String text = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    for (String part : TOGETHER.split(text, MOST)) {
      Matcher number = NUMBER.matcher(part);
      Matcher lettered = LETTERED.matcher(part);
      if (part.strip().matches("(?i:call|text|dial|marque)?\\s*\\d{3,6}")) {
        phone(part, part.replaceAll("\\D", ""), "", addresses).ifPresent(found::add);
      } else if (lettered.find()) {
        phone(lettered.group(1), lettered.group(1), "", addresses).ifPresent(found::add);
      } else {
        while (number.find() && found.size() < MOST) {
          if (!DATE.matcher(number.group(1)).find()) {
            String extension = number.group(2) == null ? "" : number.group(2);
            phone(number.group(), number.group(1), extension, addresses).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static Optional<Link> phone(
      String written, String number, String extension, Addresses addresses) {
    String plus = number.startsWith("+") ? "+" : "";
    String digits = digits(number);
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
   */
  static List<Link> mails(String cell, boolean ofPersonsToo, Addresses addresses) {
    List<Link> found = new ArrayList<>();
    String text = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    Matcher mail = MAIL.matcher(text);
    while (mail.find() && found.size() < MOST) {
      String address = mail.group();
      if (ofPersonsToo || isOffice(address)) {
        Optional<URI> url = addresses.resolve("mailto:" + address);
        url.ifPresent(
            found1 -> found.add(new Link(address, found1, Kind.MAIL, Optional.<Language>empty())));
      }
    }
    return found;
  }

  private static boolean isOffice(String address) {
    String box = address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
    return OFFICES.contains(box) || OFFICES.contains(box.split("[._-]", 2)[0]);
  }
}
