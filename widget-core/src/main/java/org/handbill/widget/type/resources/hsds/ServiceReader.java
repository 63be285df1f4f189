package org.handbill.widget.type.resources.hsds;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.LanguageNames;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;
import tools.jackson.databind.JsonNode;

/** Makes an entry of an HSDS service. The mailbox of whoever assured it is never shown. */
final class ServiceReader {

  private static final int MOST_LINKS = 20;

  private final JsonNode service;
  private final JsonNode organization;
  private final Addresses addresses;

  ServiceReader(JsonNode service, URI base) {
    this.service = service;
    this.organization = service.path("organization");
    this.addresses = new Addresses(base);
  }

  /** The entry; empty for a service with nothing to follow, to call or to write to. */
  Optional<Item> item() {
    List<Link> links = links();
    String name = line(service, "name");
    if (links.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    Link main = links.get(0);
    Optional<String> by =
        Optional.of(line(organization, "name"))
            .filter(found -> !found.isEmpty())
            .or(() -> Optional.of(line(service, "organization_name")))
            .filter(found -> !found.isEmpty());
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
      String words = string(service, key).strip();
      if (!words.isEmpty()) {
        parts.add(words.indexOf('<') >= 0 ? words : RichText.plain(words).html());
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
    String name = term.isString() ? PlainText.line(term.asString()) : line(term, "name");
    if (!name.isEmpty()) {
      terms.add(name);
    }
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    web(links, string(service, "url"), "");
    if (links.isEmpty()) {
      web(links, string(organization, "website"), "");
      web(links, string(organization, "url"), "");
    }
    for (JsonNode more : service.path("additional_urls")) {
      web(links, string(more, "url"), line(more, "label"));
    }
    phones(links, service.path("phones"));
    if (links.stream().noneMatch(link -> link.kind() == Kind.PHONE)) {
      phones(links, organization.path("phones"));
    }
    mail(links, string(service, "email"));
    if (links.stream().noneMatch(link -> link.kind() == Kind.MAIL)) {
      mail(links, string(organization, "email"));
    }
    return links.subList(0, Math.min(links.size(), MOST_LINKS));
  }

  private void web(List<Link> links, String written, String label) {
    String address =
        written.strip().matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+(/\\S*)?")
            ? "https://" + written.strip()
            : written;
    addresses
        .resolve(address)
        .filter(url -> !address.isBlank())
        .filter(url -> links.stream().noneMatch(link -> link.url().equals(url)))
        .ifPresent(
            url -> {
              String title = label.isEmpty() ? Titles.fromAddress(url) : label;
              links.add(new Link(title, url, Kind.of(url, "", label), Optional.empty()));
            });
  }

  private void phones(List<Link> links, JsonNode phones) {
    for (JsonNode phone : phones) {
      String number = line(phone, "number");
      String type = string(phone, "type").toLowerCase(Locale.ROOT);
      String extension = string(phone, "extension").replaceAll("\\D", "");
      if (!number.isEmpty() && !type.equals("fax")) {
        String digits = number.replaceAll("[^\\d+]", "");
        addresses
            .resolve("tel:" + digits + (extension.isEmpty() ? "" : ";ext=" + extension))
            .filter(url -> links.stream().noneMatch(link -> link.url().equals(url)))
            .ifPresent(url -> links.add(new Link(number, url, Kind.PHONE, Optional.empty())));
      }
    }
  }

  private void mail(List<Link> links, String address) {
    String box = address.strip();
    addresses
        .resolve("mailto:" + box)
        .filter(url -> !box.isEmpty())
        .ifPresent(url -> links.add(new Link(box, url, Kind.MAIL, Optional.empty())));
  }

  private Optional<Language> language() {
    JsonNode languages = service.path("languages");
    if (languages.size() != 1) {
      return Optional.empty();
    }
    JsonNode only = languages.path(0);
    String code = string(only, "code").strip();
    String tag = code.isEmpty() ? string(only, "language").strip() : code;
    String named = LanguageNames.tag(string(only, "name"));
    // A name may say more than the code, which is of ISO 639: that it is Traditional Chinese, say.
    boolean coded = tag.matches("[A-Za-z]{2,3}(-.+)?") && !named.startsWith(tag + "-");
    return Language.parse(coded ? tag : named).or(() -> Language.parse(named));
  }

  private Optional<LocalDate> day(String key) {
    String stamp = string(service, key);
    try {
      return stamp.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(stamp.substring(0, 10)));
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  private static String line(JsonNode node, String key) {
    return PlainText.line(string(node, key));
  }

  private static String string(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }
}
