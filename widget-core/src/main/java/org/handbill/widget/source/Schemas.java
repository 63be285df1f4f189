package org.handbill.widget.source;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Nearest;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.WidgetType;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published JSON Schemas (2020-12), and what they find in an editor's file. A finding's remedy
 * is the {@code description} that an editor's program shows for the same value. Thread-safe.
 */
public final class Schemas {

  private static final String ROOT = "https://handbill.invalid/schemas/";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, String> texts;
  private final Map<String, JsonNode> trees = new LinkedHashMap<>();
  private final SchemaRegistry registry;

  /** The schemas of {@code handbill.yaml}, its deliveries and every type. */
  public Schemas(List<WidgetType> types) {
    Map<String, String> byName = new LinkedHashMap<>();
    byName.put("common.json", Beside.text(Schemas.class, "common.json"));
    byName.put("delivery.json", Beside.text(Schemas.class, "delivery.json"));
    byName.put("handbill.json", Beside.text(Schemas.class, "handbill.json"));
    types.forEach(type -> byName.put(type.name() + ".json", type.schema()));
    this.texts = Map.copyOf(byName);
    texts.forEach((name, text) -> trees.put(name, atOurAddress(text)));
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(
                    iri -> {
                      JsonNode tree =
                          iri.startsWith(ROOT) ? trees.get(iri.substring(ROOT.length())) : null;
                      return tree == null ? null : tree.toString();
                    }));
  }

  /** A schema without an address of its own, so that it finds common.json beside itself. */
  private static JsonNode atOurAddress(String text) {
    JsonNode tree = JSON.readTree(text);
    if (tree instanceof ObjectNode schema) {
      schema.remove("$id");
    }
    return tree;
  }

  /** The texts by file name, as they are published. */
  public Map<String, String> texts() {
    return texts;
  }

  /** Reports all that the schema of that name finds in a file. */
  void check(String schema, YamlFile file, Problems problems) {
    Schema compiled = registry.getSchema(SchemaLocation.of(ROOT + schema));
    for (Error error : compiled.validate(file.node().json())) {
      report(error, file, problems);
    }
  }

  private void report(Error error, YamlFile file, Problems problems) {
    JsonPointer at = pointer(error);
    Place value = file.node().placeOf(at);
    Place key = file.keys().getOrDefault(at, value);
    JsonNode schema = schemaAround(error);
    String meant = schema.path("description").asString("");
    boolean secret = schema.path("writeOnly").asBoolean(false);
    switch (error.getKeyword()) {
      case "additionalProperties" -> {
        String unknown = error.getProperty();
        Place place = file.keys().getOrDefault(at.appendProperty(unknown), value);
        List<String> known = List.copyOf(schema.path("properties").propertyNames());
        Optional<String> near = Nearest.to(unknown, known);
        String message = near.isPresent() ? "key.unknown-near" : "key.unknown";
        problems.error(
            NetworkFolder.MESSAGES, place, message, unknown, near.orElse(String.join(", ", known)));
      }
      case "required" ->
          problems.error(
              NetworkFolder.MESSAGES,
              key,
              "key.missing",
              error.getProperty(),
              described(error, schema.path("properties").path(error.getProperty())));
      case "enum", "const" -> {
        List<String> allowed = new ArrayList<>();
        schema.path("enum").forEach(one -> allowed.add(one.asString()));
        String found = shown(error.getInstanceNode());
        String near = Nearest.to(found, allowed).orElse(String.join(", ", allowed));
        problems.error(NetworkFolder.MESSAGES, value, "value.not-one-of", found, near);
      }
      case "type" ->
          problems.error(
              NetworkFolder.MESSAGES,
              value,
              "value.type",
              secret ? HIDDEN : shown(error.getInstanceNode()),
              kinds(schema.path("type")),
              meant);
      case "maxItems" ->
          problems.error(
              NetworkFolder.MESSAGES,
              value,
              "value.too-many",
              error.getInstanceNode().size(),
              schema.path("maxItems").asInt(0));
      case "maxLength" ->
          problems.error(
              NetworkFolder.MESSAGES,
              value,
              "value.too-long",
              shown(error.getInstanceNode()),
              schema.path("maxLength").asInt(0));
      case "minItems", "minProperties", "minLength" ->
          problems.error(NetworkFolder.MESSAGES, value, "value.empty", meant);
      case "uniqueItems" -> problems.error(NetworkFolder.MESSAGES, value, "value.twice", meant);
      case "propertyNames" -> {
        String found = Objects.requireNonNullElse(error.getProperty(), lastOf(error));
        Place place = file.keys().getOrDefault(at.appendProperty(found), key);
        problems.error(NetworkFolder.MESSAGES, place, "value.bad", found, meant);
      }
      case "pattern" -> {
        if (secret) {
          problems.error(NetworkFolder.MESSAGES, value, "secret.literal");
        } else if (!lacksAnEscape(error.getInstanceNode().asString(), schema, value, problems)) {
          problems.error(
              NetworkFolder.MESSAGES, value, "value.bad", shown(error.getInstanceNode()), meant);
        }
      }
      case "if", "then", "else", "allOf" -> {
        // what is wrong inside is reported by itself
      }
      default ->
          problems.error(
              NetworkFolder.MESSAGES, value, "value.bad", shown(error.getInstanceNode()), meant);
    }
  }

  /** Whether a space is all that is wrong with a web address, which is reported. */
  private static boolean lacksAnEscape(
      String text, JsonNode schema, Place place, Problems problems) {
    String pattern = schema.path("pattern").asString("");
    return text.strip().replaceAll("\\s", "%20").matches(pattern)
        && Node.hasSpace(text, place, problems);
  }

  private static String lastOf(Error error) {
    return shown(error.getInstanceNode());
  }

  private static JsonPointer pointer(Error error) {
    JsonPointer pointer = JsonPointer.empty();
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      Object step = error.getInstanceLocation().getElement(i);
      pointer =
          step instanceof Integer index
              ? pointer.appendIndex(index)
              : pointer.appendProperty(String.valueOf(step));
    }
    return pointer;
  }

  /** The schema object that holds the keyword which failed. */
  private JsonNode schemaAround(Error error) {
    String location = error.getSchemaLocation().toString();
    int hash = location.indexOf('#');
    String name = location.substring(ROOT.length(), hash);
    JsonPointer keyword = JsonPointer.compile(location.substring(hash + 1));
    JsonPointer around = keyword.head();
    JsonNode tree = Objects.requireNonNull(trees.get(name), name);
    JsonNode schema = tree.at(around == null ? JsonPointer.empty() : around);
    return schema.path("description").isMissingNode() && around != null
        ? describedBy(tree, around, schema)
        : schema;
  }

  private static JsonNode describedBy(JsonNode tree, JsonPointer at, JsonNode schema) {
    // propertyNames and items hold a rule; what is meant stands one step above
    JsonPointer above = at.head();
    boolean named = above != null && at.last().toString().matches("/(propertyNames|items)");
    return named && !schema.has("properties") && !schema.has("enum") ? tree.at(above) : schema;
  }

  /** What is meant by a schema, where it stands or where it refers to. */
  private String described(Error error, JsonNode schema) {
    String own = schema.path("description").asString("");
    String reference = schema.path("$ref").asString("");
    if (!own.isEmpty() || reference.isEmpty()) {
      return own;
    }
    int hash = reference.indexOf('#');
    String location = error.getSchemaLocation().toString();
    String name =
        hash > 0
            ? reference.substring(0, hash)
            : location.substring(ROOT.length(), location.indexOf('#'));
    return Objects.requireNonNull(trees.get(name), name)
        .at(reference.substring(hash + 1))
        .path("description")
        .asString("");
  }

  private static String kinds(JsonNode type) {
    List<String> names = new ArrayList<>();
    (type.isArray() ? type : List.of(type))
        .forEach(
            one ->
                names.add(
                    ((JsonNode) one)
                        .asString()
                        .replace("object", "mapping")
                        .replace("array", "list")));
    return String.join(" or ", names);
  }

  static String shown(JsonNode value) {
    String text = value.isValueNode() ? value.asString() : value.isArray() ? "a list" : "a mapping";
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  private static final int LONGEST_SHOWN = 60;

  /** What stands for a value that the schema marks as {@code writeOnly}: it may be a secret. */
  private static final String HIDDEN = "…";
}
