package org.handbill.widget.type.resources.form;

import java.time.LocalDate;
import java.util.List;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the beginning of a list as schema.org's {@code ItemList}. It stands in the page, where
 * people wait for it, so a long list is not told to its end; how long it is, is.
 */
final class ItemListForm {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_ITEMS = 100;

  private ItemListForm() {}

  static String of(ListForms list) {
    List<ListForms.Entry> entries = list.entries();
    ObjectNode data = JSON.createObjectNode();
    data.put("@context", "https://schema.org");
    data.put("@type", "ItemList");
    data.put("name", list.title());
    if (!list.text().isEmpty()) {
      data.put("description", list.text());
    }
    data.put("url", list.publication().links().page().toString());
    data.put("numberOfItems", entries.size());
    ArrayNode elements = data.putArray("itemListElement");
    for (ListForms.Entry entry : entries.subList(0, Math.min(MOST_ITEMS, entries.size()))) {
      ObjectNode element = elements.addObject();
      element.put("@type", "ListItem");
      element.put("position", elements.size());
      element.set("item", thing(list, entry.item()));
    }
    return Json.text(data).strip();
  }

  private static ObjectNode thing(ListForms list, Item item) {
    ObjectNode thing = JSON.createObjectNode();
    String address = item.url().getSchemeSpecificPart();
    if (item.kind() == Kind.PHONE || item.kind() == Kind.MAIL) {
      thing.put("@type", "ContactPoint");
      thing.put("name", item.title());
      thing.put(
          item.kind() == Kind.PHONE ? "telephone" : "email", address.replaceFirst("[;?].*", ""));
      return thing;
    }
    thing.put("@type", type(item.kind()));
    thing.put("name", item.title());
    thing.put("url", item.url().toString());
    if (!item.summary().isEmpty()) {
      thing.put("description", item.summary().text());
    }
    list.archive(item).ifPresent(url -> thing.put("archivedAt", url));
    item.language().map(Language::tag).ifPresent(tag -> thing.put("inLanguage", tag));
    item.facts()
        .updated()
        .map(LocalDate::toString)
        .ifPresent(day -> thing.put("dateModified", day));
    item.facts().expires().map(LocalDate::toString).ifPresent(day -> thing.put("expires", day));
    item.facts()
        .organization()
        .ifPresent(
            name -> thing.putObject("publisher").put("@type", "Organization").put("name", name));
    return thing;
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case PDF, DOCUMENT -> "DigitalDocument";
      case VIDEO -> "VideoObject";
      case AUDIO -> "AudioObject";
      default -> "WebPage";
    };
  }
}
