package org.handbill.widget.type.resources.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeed {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonFeed() {}

  static Feed read(String text, URI base) throws UnreadableSourceException {
    JsonNode feed;
    try {
      feed = JSON.readTree(text);
    } catch (JacksonException malformed) {
      throw new UnreadableSourceException("feed.malformed");
    }
    if (!feed.path("version").asString("").contains("jsonfeed.org/version/")
        || !feed.path("items").isArray()) {
      throw new UnreadableSourceException("feed.none");
    }
    Optional<Language> language = language(feed);
    Addresses own = new Addresses(base);
    Addresses addresses =
        own.resolve(string(feed, "home_page_url")).map(Addresses::new).orElse(own);
    List<Feed.Raw> entries = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      entries.add(entry(item, addresses, language));
    }
    return Feed.of(PlainText.line(string(feed, "title")), entries, false);
  }

  private static Feed.Raw entry(JsonNode item, Addresses addresses, Optional<Language> ofFeed) {
    String html = string(item, "content_html");
    String content = html.isEmpty() ? escaped(string(item, "content_text")) : html;
    JsonNode author =
        item.path("authors").isArray() ? item.path("authors").path(0) : item.path("author");
    Optional<String> name =
        Optional.of(PlainText.line(string(author, "name"))).filter(found -> !found.isEmpty());
    return new Feed.Raw(
        escaped(string(item, "title")),
        escaped(string(item, "summary")),
        content,
        Optional.empty(),
        links(item, addresses),
        language(item).or(() -> ofFeed),
        FeedDay.of(string(item, "date_modified"))
            .or(() -> FeedDay.of(string(item, "date_published"))),
        name,
        item.path("tags").valueStream().map(tag -> tag.asString("")).toList(),
        addresses
            .resolve(string(item, "image"))
            .or(() -> addresses.resolve(string(item, "banner_image"))));
  }

  private static List<Link> links(JsonNode item, Addresses addresses) {
    List<Link> links = new ArrayList<>();
    for (String key : List.of("url", "external_url")) {
      addresses
          .resolve(string(item, key))
          .ifPresent(url -> add(links, Titles.fromAddress(url), url, ""));
    }
    String id = string(item, "id").strip();
    if (links.isEmpty() && id.matches("(?i)https?://.*")) {
      addresses.resolve(id).ifPresent(url -> add(links, Titles.fromAddress(url), url, ""));
    }
    for (JsonNode attachment : item.path("attachments")) {
      addresses
          .resolve(string(attachment, "url"))
          .ifPresent(
              url -> {
                String title = PlainText.line(string(attachment, "title"));
                String type = string(attachment, "mime_type");
                add(links, title.isEmpty() ? Titles.fromAddress(url) : title, url, type);
              });
    }
    return links;
  }

  private static void add(List<Link> links, String title, URI url, String type) {
    if (links.stream().noneMatch(link -> link.url().equals(url))) {
      links.add(new Link(title, url, Kind.of(url, type, ""), Optional.empty()));
    }
  }

  private static Optional<Language> language(JsonNode node) {
    return Language.parse(string(node, "language").strip());
  }

  private static String string(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }

  /** Plain text as HTML, since JSON Feed's titles and summaries are plain. */
  private static String escaped(String text) {
    return RichText.plain(text).html();
  }
}
