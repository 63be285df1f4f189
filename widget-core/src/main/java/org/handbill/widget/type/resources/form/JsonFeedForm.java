package org.handbill.widget.type.resources.form;

import java.time.LocalDate;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Network;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a list as JSON Feed 1.1. What the format has no member for stands in its extension {@code
 * _handbill}. The member {@code expired} is a whole feed's, that it has ended; an entry's last day
 * is {@code _handbill.expires}, and one that is past is not there any more.
 */
final class JsonFeedForm {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ABOUT = "openapi.json";

  private JsonFeedForm() {}

  static String of(ListForms list) {
    Network network = list.publication().network();
    ObjectNode feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", list.title());
    feed.put("home_page_url", list.publication().links().page().toString());
    feed.put("feed_url", list.publication().links().form("feed.json").toString());
    if (!list.text().isEmpty()) {
      feed.put("description", list.text());
    }
    feed.putArray("authors")
        .addObject()
        .put("name", network.name())
        .put("url", network.url().toString());
    feed.put("language", list.language().tag());
    if (list.ended()) {
      feed.put("expired", true);
    }
    feed.putObject("_handbill").put("about", list.publication().links().base() + ABOUT);
    ArrayNode items = feed.putArray("items");
    list.entries().forEach(entry -> item(list, entry, items.addObject()));
    return Json.text(feed);
  }

  private static void item(ListForms list, ListForms.Entry entry, ObjectNode to) {
    Item item = entry.item();
    to.put("id", "urn:uuid:" + entry.id());
    to.put("url", item.url().toString());
    to.put("title", item.title());
    if (item.summary().isEmpty()) {
      to.put("content_text", item.title());
    } else {
      to.put("content_html", item.summary().html());
      to.put("summary", item.summary().text());
    }
    to.put("date_modified", list.updated(item));
    item.facts()
        .organization()
        .ifPresent(name -> to.putArray("authors").addObject().put("name", name));
    item.language().map(Language::tag).ifPresent(tag -> to.put("language", tag));
    if (!entry.groups().isEmpty()) {
      ArrayNode tags = to.putArray("tags");
      entry.groups().forEach(tags::add);
    }
    ObjectNode own = to.putObject("_handbill");
    own.put("kind", item.kind().param());
    own.put("group", entry.groups().stream().findFirst().orElse(""));
    own.put("verified", item.facts().verified().map(LocalDate::toString).orElse(null));
    own.put("expires", item.facts().expires().map(LocalDate::toString).orElse(null));
    item.facts().expires().ifPresent(day -> own.put("expired", false));
    own.put("health", list.health(item).orElse(null));
    list.archive(item).ifPresent(url -> own.put("archive", url));
    ArrayNode links = own.putArray("links");
    for (Link link : item.links()) {
      links
          .addObject()
          .put("title", link.title())
          .put("url", link.url().toString())
          .put("kind", link.kind().param())
          .put("lang", link.language().map(Language::tag).orElse(null));
    }
  }
}
