package org.handbill.widget.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value in an editor's file, with the place it stands at. Immutable.
 *
 * <p>The file was held against its JSON Schema before anybody reads it through this class, so a
 * getter of the wrong kind is a mistake in the schema and throws.
 */
public final class Node {

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
   * A text in one language or several; an unknown language was reported when the file was checked.
   */
  public Localized<String> localized(Languages languages) {
    if (!json.isObject()) {
      return Localized.same(languages.first(), PlainText.tidy(text()).strip());
    }
    Map<Language, String> texts = new java.util.LinkedHashMap<>();
    for (Language language : languages.list()) {
      text(language.tag()).ifPresent(text -> texts.put(language, PlainText.tidy(text).strip()));
    }
    for (String key : keys()) {
      Language.parse(key)
          .filter(language -> !texts.containsKey(language))
          .ifPresent(language -> texts.put(language, PlainText.tidy(text(key).orElse("")).strip()));
    }
    return new Localized<>(texts);
  }
}
