package org.handbill.widget.type.resources.form;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a list as one page of services as Open Referral's API of HSDS 3 answers with. Identities
 * are made of names, so they stay while the entries do.
 */
final class HsdsForm {

  private static final JsonMapper JSON = JsonMapper.shared();

  private HsdsForm() {}

  static String of(ListForms list) {
    List<ListForms.Entry> entries = list.entries();
    ObjectNode page = JSON.createObjectNode();
    page.put("total_items", entries.size());
    page.put("total_pages", 1);
    page.put("page_number", 1);
    page.put("size", entries.size());
    page.put("first_page", true);
    page.put("last_page", true);
    page.put("empty", entries.isEmpty());
    ArrayNode contents = page.putArray("contents");
    entries.forEach(entry -> service(list, entry, contents.addObject()));
    return Json.text(page);
  }

  private static void service(ListForms list, ListForms.Entry entry, ObjectNode to) {
    Item item = entry.item();
    to.put("id", entry.id().toString());
    to.put("name", item.title());
    if (!item.summary().isEmpty()) {
      to.put("description", item.summary().text());
    }
    List<Link> links = new ArrayList<>();
    links.add(new Link(item.title(), item.url(), item.kind(), item.language()));
    links.addAll(item.links());
    web(links).findFirst().ifPresent(link -> to.put("url", link.url().toString()));
    links.stream()
        .filter(link -> link.kind() == Kind.MAIL)
        .findFirst()
        .ifPresent(link -> to.put("email", address(link.url())));
    to.put("status", "active");
    item.facts().verified().map(LocalDate::toString).ifPresent(day -> to.put("assured_date", day));
    to.put("last_modified", list.updated(item));
    phones(list, entry, links, to);
    item.language().ifPresent(language -> language(list, entry, language, to));
    more(list, entry, web(links).skip(1).toList(), to);
    terms(list, entry, to);
    item.facts()
        .organization()
        .ifPresent(
            name ->
                to.putObject("organization")
                    .put("id", list.id("organization\n" + name).toString())
                    .put("name", name)
                    .put("description", name));
  }

  private static Stream<Link> web(List<Link> links) {
    return links.stream().filter(Link::isWeb);
  }

  private static void phones(
      ListForms list, ListForms.Entry entry, List<Link> links, ObjectNode to) {
    List<Link> phones = links.stream().filter(link -> link.kind() == Kind.PHONE).toList();
    if (phones.isEmpty()) {
      return;
    }
    ArrayNode array = to.putArray("phones");
    for (Link phone : phones) {
      array
          .addObject()
          .put("id", list.id(entry.id() + "\n" + phone.url()).toString())
          .put("number", address(phone.url()).replaceFirst(";.*", ""))
          .put("type", "voice");
    }
  }

  private static void language(
      ListForms list, ListForms.Entry entry, Language language, ObjectNode to) {
    to.putArray("languages")
        .addObject()
        .put("id", list.id(entry.id() + "\nlanguage").toString())
        .put("name", language.nameIn(Language.ENGLISH))
        .put("code", language.primary());
  }

  private static void more(ListForms list, ListForms.Entry entry, List<Link> links, ObjectNode to) {
    if (links.isEmpty()) {
      return;
    }
    ArrayNode array = to.putArray("additional_urls");
    for (Link link : links) {
      array
          .addObject()
          .put("id", list.id(entry.id() + "\n" + link.url()).toString())
          .put("label", link.title())
          .put("url", link.url().toString());
    }
  }

  private static void terms(ListForms list, ListForms.Entry entry, ObjectNode to) {
    if (entry.groups().isEmpty()) {
      return;
    }
    ArrayNode array = to.putArray("attributes");
    for (String group : entry.groups()) {
      ObjectNode attribute = array.addObject();
      attribute.put("id", list.id(entry.id() + "\nterm\n" + group).toString());
      attribute.put("link_entity", "service");
      attribute
          .putObject("taxonomy_term")
          .put("id", list.id("term\n" + group).toString())
          .put("code", group)
          .put("name", group)
          .put("description", group);
    }
  }

  /** What stands after {@code mailto:} or {@code tel:}. */
  private static String address(URI url) {
    String all = Optional.ofNullable(url.getSchemeSpecificPart()).orElse("");
    return all.replaceFirst("\\?.*", "");
  }
}
