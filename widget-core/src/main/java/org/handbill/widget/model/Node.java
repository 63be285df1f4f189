package org.handbill.widget.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value in an editor's file, with the place it stands at. Immutable.
 *
 * <p>The file was held against its JSON Schema before anybody reads it through this class, so a
 * getter of the wrong kind is a mistake in the schema and throws.
 */
public final class Node {

  private static final Messages MESSAGES = Messages.beside(Node.class);
  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?<scheme>(?i:https?)://)(?<host>[^/?#:@]+|\\[[^]/?#@]*])(?<rest>.*)");

  private static final Pattern SPACED_ADDRESS = Pattern.compile("(?is)https?://.*\\s.*");

  private final JsonNode json;
  private final JsonPointer pointer;
  private final Map<JsonPointer, Place> places;
  private final Place file;

  /**
   * @param json the whole file
   * @param places where each value stands
   * @param file the file itself, for what has no place of its own
   */
  public Node(JsonNode json, Map<JsonPointer, Place> places, Place file) {
    this(json, JsonPointer.empty(), places, file);
  }

  private Node(JsonNode json, JsonPointer pointer, Map<JsonPointer, Place> places, Place file) {
    this.json = json;
    this.pointer = pointer;
    this.places = places;
    this.file = file;
  }

  /** Where it stands. */
  public Place place() {
    return placeOf(pointer);
  }

  /** Where a value of the file stands, or the nearest value around it. */
  public Place placeOf(JsonPointer any) {
    for (JsonPointer at = any; at != null; at = at.head()) {
      Place place = places.get(at);
      if (place != null) {
        return place;
      }
    }
    return file;
  }

  /** The value itself, as Jackson has it. */
  public JsonNode json() {
    return json;
  }

  /** The value of a key, or empty where it is absent or null. */
  public Optional<Node> get(String key) {
    JsonNode value = json.get(key);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new Node(value, pointer.appendProperty(key), places, file));
  }

  /**
   * The value of a key that the schema requires.
   *
   * @throws IllegalStateException when it is absent all the same
   */
  public Node require(String key) {
    return get(key)
        .orElseThrow(() -> new IllegalStateException(place() + " lacks the required " + key));
  }

  /** The keys, in the file's order; none for a value that is no mapping. */
  public List<String> keys() {
    return List.copyOf(json.propertyNames());
  }

  /** The entries of a list, or the value itself where it is no list. */
  public List<Node> items() {
    if (!json.isArray()) {
      return List.of(this);
    }
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(new Node(json.get(i), pointer.appendIndex(i), places, file));
    }
    return items;
  }

  /** The entries of a list under a key; none where it is absent. */
  public List<Node> items(String key) {
    return get(key).map(Node::items).orElse(List.of());
  }

  /** A text as it stands there. */
  public String text() {
    return json.asString();
  }

  /** The text of a key. */
  public Optional<String> text(String key) {
    return get(key).map(Node::text);
  }

  /** The truth value of a key, or what to assume without it. */
  public boolean flag(String key, boolean assumed) {
    return get(key).map(node -> node.json.booleanValue()).orElse(assumed);
  }

  /** True for a mapping. */
  public boolean isMapping() {
    return json.isObject();
  }

  /**
   * A text in one language or several. Reports a language that the network does not have, and one
   * that it has and the text lacks.
   */
  public Localized<String> localized(Languages languages, Problems problems) {
    if (!json.isObject()) {
      return Localized.same(languages.first(), PlainText.tidy(text()).strip());
    }
    Map<Language, String> written = new LinkedHashMap<>();
    for (String key : keys()) {
      Language language = Language.parse(key).orElse(languages.first());
      if (!languages.list().contains(language)) {
        Place place = placeOf(pointer.appendProperty(key));
        problems.warning(MESSAGES, place, "language.unlisted", key);
      }
      written.putIfAbsent(language, PlainText.tidy(text(key).orElse("")).strip());
    }
    Map<Language, String> texts = new LinkedHashMap<>();
    for (Language language : languages.list()) {
      if (written.containsKey(language)) {
        texts.put(language, written.get(language));
      }
    }
    written.forEach(texts::putIfAbsent);
    Localized<String> localized = new Localized<>(texts);
    for (Language language : languages.list()) {
      Language shown = localized.languageFor(language);
      if (!texts.containsKey(language)) {
        problems.warning(MESSAGES, place(), "language.lacking", language, shown);
      }
    }
    return localized;
  }

  /** As {@link #localized}, of HTML that is cleaned on the way; plain text stays what it is. */
  public Localized<RichText> localizedRich(Languages languages, URI base, Problems problems) {
    return localized(languages, problems).map(text -> RichText.clean(text, base));
  }

  /**
   * A web address, in ASCII as it is sent (RFC 3987, 3.1): an international host in its {@code
   * xn--} form, other letters percent-encoded. Reports one that cannot be followed.
   */
  public Optional<URI> uri(Problems problems) {
    try {
      Matcher parts = WEB_ADDRESS.matcher(text().strip());
      Optional<String> host =
          parts.matches() ? DomainName.ascii(parts.group("host")) : Optional.empty();
      if (host.isPresent()) {
        String address = parts.group("scheme") + host.get() + parts.group("rest");
        URI uri = new URI(address).parseServerAuthority();
        if (uri.getHost() != null && uri.getUserInfo() == null) {
          return Optional.of(URI.create(uri.toASCIIString()));
        }
      }
    } catch (URISyntaxException malformed) {
      // reported below, with the rest
    }
    if (!hasSpace(text(), place(), problems)) {
      problems.error(MESSAGES, place(), "url.malformed", text());
    }
    return Optional.empty();
  }

  /** Whether something is a web address but for a space in it, which is reported. */
  public static boolean hasSpace(String text, Place place, Problems problems) {
    boolean space = SPACED_ADDRESS.matcher(text.strip()).matches();
    if (space) {
      problems.error(MESSAGES, place, "url.space", text);
    }
    return space;
  }
}
