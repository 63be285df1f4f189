package org.handbill.widget.type.resources.hsds;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.LanguageNames;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/** Makes an entry of an HSDS service. The mailbox of whoever assured it is never shown. */
final class ServiceReader {

  private final JsonNode service;
  private final Addresses addresses;

  ServiceReader(JsonNode service, URI base) {
    this.service = service;
    this.addresses = new Addresses(base);
  }

  /** The entry; empty for a service with nothing to follow, to call or to write to. */
  Optional<Item> item() {
    List<Link> links = ServiceLinks.of(service, addresses);
    String name = Values.line(service, "name");
    if (links.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    Link main = links.get(0);
    Optional<String> by =
        Stream.of(
                Values.line(service.path("organization"), "name"),
                Values.line(service, "organization_name"))
            .filter(found -> !found.isEmpty())
            .findFirst();
    return Optional.of(
        new Item(
            Titles.fromText(name),
            main.url(),
            links.subList(1, links.size()),
            RichText.clean(text(), addresses.base()),
            language(),
            Kind.of(main.url(), "", name),
            new Item.Facts(
                by,
                day("last_modified"),
                day("assured_date"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  /** The description and the alert; breaks of lines stay. */
  private String text() {
    List<String> parts = new ArrayList<>();
    for (String key : List.of("alert", "description")) {
      String words = Values.string(service, key).strip();
      if (!words.isEmpty()) {
        parts.add(
            Values.hasTags(words)
                ? words
                : RichText.plain(Parser.unescapeEntities(words, false)).html());
      }
    }
    return String.join("<br>", parts);
  }

  /** The taxonomy's terms, or one group without a heading. */
  Set<String> categories() {
    Set<String> terms = new LinkedHashSet<>();
    for (String key : List.of("attributes", "service_attributes")) {
      for (JsonNode attribute : service.path(key)) {
        term(attribute.path("taxonomy_term"), terms);
      }
    }
    service.path("taxonomy_terms").forEach(term -> term(term, terms));
    service.path("service_taxonomys").forEach(link -> term(link.path("taxonomy"), terms));
    service.path("categories").forEach(term -> term(term, terms));
    if (terms.isEmpty()) {
      terms.add("");
    }
    return terms;
  }

  private static void term(JsonNode term, Set<String> terms) {
    String name = term.isString() ? Values.line(term.asString()) : Values.line(term, "name");
    if (!name.isEmpty()) {
      terms.add(name);
    }
  }

  /** The one language that is stated, however often and in whatever way. */
  private Optional<Language> language() {
    Set<Optional<Language>> stated = new LinkedHashSet<>();
    service.path("languages").forEach(language -> stated.add(language(language)));
    return stated.size() == 1 ? stated.iterator().next() : Optional.empty();
  }

  private static Optional<Language> language(JsonNode stated) {
    List<String> ways =
        stated.isString()
            ? List.of(stated.asString())
            : Stream.of("code", "language", "name").map(key -> Values.line(stated, key)).toList();
    Optional<Language> coded =
        ways.stream()
            .filter(way -> way.matches("[A-Za-z]{2,3}([-_].+)?"))
            .filter(way -> LanguageNames.tag(way).isEmpty()) // ASL, which is not Asilulu's code
            .flatMap(way -> Language.parse(way.replace('_', '-')).stream())
            .findFirst();
    Optional<Language> named =
        ways.stream().flatMap(way -> Language.parse(LanguageNames.tag(way)).stream()).findFirst();
    // A name may say more than the code, which is of ISO 639: that it is Traditional Chinese, say.
    return named
        .filter(name -> coded.isEmpty() || name.tag().startsWith(coded.get().tag() + "-"))
        .or(() -> coded);
  }

  private Optional<LocalDate> day(String key) {
    String stamp = Values.string(service, key);
    try {
      return stamp.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(stamp.substring(0, 10)));
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
