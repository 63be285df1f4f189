package org.handbill.widget.type.resources.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells an office's mailbox from a person's by its name. */
final class Mailbox {

  static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  /** From how many letters a name is telling when it also stands in the name of an entry. */
  private static final int TELLING = 5;

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
          "webmaster",
          "secretaria",
          "secretariat",
          "presidencia",
          "direccion",
          "comunicacion",
          "prensa",
          "administracion",
          "asociacion",
          "fundacion",
          "biblioteca",
          "biblio",
          "cultura",
          "farmacia",
          "centro",
          "informa",
          "ampa",
          "registro",
          "recepcion",
          "foodbank",
          "pantry",
          "shelter",
          "bookings",
          "enquiry",
          "membership",
          "donations",
          "programs",
          "consulta",
          "consultas");

  private Mailbox() {}

  /** How many mailboxes stand in a cell. */
  static int count(String cell) {
    return (int) ADDRESS.matcher(cell).results().count();
  }

  /** True for a cell whose mailboxes are all called as an office is, or as their domain. */
  static boolean areOffices(String cell) {
    return ADDRESS.matcher(cell).results().allMatch(found -> isOffice(found.group(), ""));
  }

  /**
   * True for a mailbox that is called as an office is, or as the entry or its domain.
   *
   * @param called the entry's title and organization
   */
  static boolean isOffice(String address, String called) {
    String box = address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
    if (OFFICES.contains(box) || OFFICES.contains(box.split("[._-]", 2)[0])) {
      return true;
    }
    String letters = Heading.of(box).folded().replace(" ", "");
    String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    boolean ofDomain = Arrays.asList(domain.split("\\.")).contains(box);
    String entry = Heading.of(called).folded();
    boolean ofEntry = letters.length() >= TELLING && entry.replace(" ", "").contains(letters);
    return ofDomain || ofEntry || named(letters, domain, entry);
  }

  /** Whether a mailbox has a word of its entry in it that its domain has, too, or two of them. */
  private static boolean named(String letters, String domain, String entry) {
    List<String> words =
        Stream.of(entry.split(" "))
            .filter(word -> word.length() >= TELLING && letters.contains(word))
            .distinct()
            .toList();
    return words.size() > 1 || words.stream().anyMatch(domain::contains);
  }
}
