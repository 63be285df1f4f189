package org.handbill.widget.type.resources.hsds;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.sheet.Reach;
import tools.jackson.databind.JsonNode;

/**
 * Gathers where a service can be reached: its own addresses first, then those of the places where
 * it is offered, and its organization's where it has none of that kind. Persons are no such place.
 */
final class ServiceLinks {

  private static final int MOST = 20;
  private static final int MOST_PLACES = 20;

  /**
   * How many numbers of a place are looked at. Places are shared by services, so that a small zip
   * could else have its numbers read many thousand times.
   */
  private static final int MOST_NUMBERS = 20;

  private final JsonNode service;
  private final JsonNode organization;
  private final Addresses addresses;
  private final Map<URI, Link> links = new LinkedHashMap<>();

  private ServiceLinks(JsonNode service, Addresses addresses) {
    this.service = service;
    this.organization = service.path("organization");
    this.addresses = addresses;
  }

  /** The links, the main one first; none for a service that cannot be reached. */
  static List<Link> of(JsonNode service, Addresses addresses) {
    ServiceLinks all = new ServiceLinks(service, addresses);
    all.web();
    all.phones();
    all.mail();
    return List.copyOf(all.links.values());
  }

  private void web() {
    web(Values.string(service, "url"), "");
    if (links.isEmpty()) {
      web(Values.string(organization, "website"), "");
      web(Values.string(organization, "url"), "");
    }
    for (JsonNode more : service.path("additional_urls")) {
      web(Values.string(more, "url"), Values.line(more, "label"));
    }
    for (JsonNode place : places()) {
      web(Values.string(place, "url"), Values.line(place, "name"));
    }
  }

  private void phones() {
    phones(service.path("phones"));
    places().forEach(place -> phones(place.path("phones")));
    if (lacks(Kind.PHONE)) {
      phones(organization.path("phones"));
    }
  }

  private void mail() {
    mail(Values.string(service, "email"));
    if (lacks(Kind.MAIL)) {
      mail(Values.string(organization, "email"));
    }
  }

  /** Where the service is offered: what is known of it there, then the places themselves. */
  private List<JsonNode> places() {
    List<JsonNode> places = new ArrayList<>();
    List<JsonNode> locations = new ArrayList<>();
    for (JsonNode there : service.path("service_at_locations")) {
      if (places.size() < MOST_PLACES) {
        places.add(there);
        locations.add(there.path("location"));
      }
    }
    service.path("locations").forEach(locations::add);
    places.addAll(locations.subList(0, Math.min(locations.size(), MOST_PLACES)));
    return places;
  }

  private boolean lacks(Kind kind) {
    return links.values().stream().noneMatch(link -> link.kind() == kind);
  }

  private void web(String written, String label) {
    String address =
        written.strip().matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+(/\\S*)?")
            ? "https://" + written.strip()
            : written;
    if (!address.isBlank()) {
      addresses
          .resolve(address)
          .ifPresent(
              url -> {
                String title = label.isEmpty() ? Titles.fromAddress(url) : label;
                add(new Link(title, url, Kind.of(url, "", label), Optional.empty()));
              });
    }
  }

  private void phones(JsonNode phones) {
    phones.valueStream().limit(MOST_NUMBERS).forEach(this::phone);
  }

  private void phone(JsonNode phone) {
    String number = Values.line(phone, "number");
    String type = Values.string(phone, "type").toLowerCase(Locale.ROOT);
    String extension = Values.string(phone, "extension").replaceAll("\\D", "");
    if (!number.isEmpty() && !type.equals("fax") && links.size() < MOST) {
      List<Link> numbers = Reach.phones(number, addresses);
      boolean further = numbers.size() == 1 && !extension.isEmpty();
      String address = further ? numbers.get(0).url().toString() : "";
      if (further && !address.contains(";ext=")) {
        addresses
            .resolve(address + ";ext=" + extension)
            .ifPresent(url -> add(new Link(number, url, Kind.PHONE, Optional.empty())));
      } else {
        numbers.forEach(this::add);
      }
    }
  }

  private void mail(String address) {
    String box = address.strip();
    if (!box.isEmpty()) {
      addresses
          .resolve("mailto:" + box)
          .ifPresent(url -> add(new Link(box, url, Kind.MAIL, Optional.empty())));
    }
  }

  private void add(Link link) {
    if (links.size() < MOST) {
      links.putIfAbsent(link.url(), link);
    }
  }
}
