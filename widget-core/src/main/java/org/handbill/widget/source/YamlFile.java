package org.handbill.widget.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * One YAML or JSON file, read token by token so that every key and value keeps its place and a key
 * written twice is seen.
 *
 * @param node the file's content
 * @param keys where each key stands; {@code node} itself knows where each value does
 */
record YamlFile(Node node, Map<JsonPointer, Place> keys) {

  private static final int DEEPEST = 32;
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();

  /** The file's content, or empty after its problems were reported. */
  static Optional<YamlFile> read(String name, byte[] bytes, Problems problems) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      problems.error(NetworkFolder.MESSAGES, Place.of(name), "file.encoding");
      return Optional.empty();
    }
    return new Reader(name, problems).read(text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  private static final class Reader {
    private final String name;
    private final Problems problems;
    private final Map<JsonPointer, Place> keys = new HashMap<>();
    private final Map<JsonPointer, Place> values = new HashMap<>();

    Reader(String name, Problems problems) {
      this.name = name;
      this.problems = problems;
    }

    Optional<YamlFile> read(String text) {
      TokenStreamFactory factory =
          name.endsWith(".json")
              ? JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build()
              : YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build();
      try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
        if (parser.nextToken() == null) {
          problems.error(NetworkFolder.MESSAGES, Place.of(name), "file.empty");
          return Optional.empty();
        }
        JsonNode json = value(parser, JsonPointer.empty());
        if (parser.nextToken() != null) {
          problems.error(NetworkFolder.MESSAGES, place(parser), "file.second-document");
          return Optional.empty();
        }
        return Optional.of(new YamlFile(new Node(json, values, Place.of(name)), keys));
      } catch (JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        Place place =
            at == null ? Place.of(name) : new Place(name, at.getLineNr(), at.getColumnNr());
        String detail = String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("");
        problems.error(NetworkFolder.MESSAGES, place, "file.syntax", detail);
        return Optional.empty();
      }
    }

    private JsonNode value(JsonParser parser, JsonPointer at) {
      values.put(at, place(parser));
      if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
        problems.error(NetworkFolder.MESSAGES, place(parser), "file.alias", parser.getString());
        return JsonNodeFactory.instance.nullNode();
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> mapping(parser, at);
        case START_ARRAY -> list(parser, at);
        case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
        case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(parser.getDecimalValue());
        case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
        case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
        case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
        default -> JsonNodeFactory.instance.stringNode(parser.getString());
      };
    }

    private ObjectNode mapping(JsonParser parser, JsonPointer at) {
      ObjectNode mapping = JsonNodeFactory.instance.objectNode();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        JsonPointer below = at.appendProperty(key);
        Place place = place(parser);
        parser.nextToken();
        if (mapping.has(key)) {
          problems.error(
              NetworkFolder.MESSAGES, place, "key.duplicate", key, String.valueOf(keys.get(below)));
          value(parser, below);
        } else {
          keys.put(below, place);
          mapping.set(key, value(parser, below));
        }
      }
      return mapping;
    }

    private ArrayNode list(JsonParser parser, JsonPointer at) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser, at.appendIndex(list.size())));
      }
      return list;
    }

    private Place place(JsonParser parser) {
      TokenStreamLocation at = parser.currentTokenLocation();
      return new Place(name, at.getLineNr(), at.getColumnNr());
    }
  }
}
