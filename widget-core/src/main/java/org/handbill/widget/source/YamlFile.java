package org.handbill.widget.source;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
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
  private static final int MOST_DECIMALS = 30;
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
    private Place last;

    Reader(String name, Problems problems) {
      this.name = name;
      this.problems = problems;
      this.last = Place.of(name);
    }

    Optional<YamlFile> read(String text) {
      TokenStreamFactory factory =
          name.toLowerCase(java.util.Locale.ROOT).endsWith(".json")
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
      } catch (StreamConstraintsException tooDeep) {
        problems.error(NetworkFolder.MESSAGES, last, "file.too-deep", DEEPEST);
      } catch (JacksonException broken) {
        report(broken, text);
      }
      return Optional.empty();
    }

    /** YAML's own exceptions know better than Jackson's where the mistake is, and what it is. */
    private void report(JacksonException broken, String text) {
      TokenStreamLocation at = broken.getLocation();
      Place place = at == null ? last : new Place(name, at.getLineNr(), at.getColumnNr());
      String detail = String.valueOf(broken.getOriginalMessage());
      if (broken.getCause() instanceof MarkedYamlEngineException yaml) {
        place = placeOf(yaml, text).orElse(place);
        detail = String.valueOf(yaml.getProblem());
      } else if (broken.getCause() instanceof ReaderException control) {
        place = placeOf(text, control.getPosition());
      }
      problems.error(
          NetworkFolder.MESSAGES, place, "file.syntax", detail.lines().findFirst().orElse(""));
    }

    /**
     * Where the mistake is; what is never closed is shown where it opens, not at the file's end.
     */
    private Optional<Place> placeOf(MarkedYamlEngineException yaml, String text) {
      int end = text.codePointCount(0, text.length());
      Optional<Mark> problem = yaml.getProblemMark();
      return problem
          .filter(mark -> mark.getIndex() < end)
          .or(yaml::getContextMark)
          .or(() -> problem)
          .map(mark -> new Place(name, mark.getLine() + 1, mark.getColumn() + 1));
    }

    private Place placeOf(String text, int index) {
      String before = text.substring(0, Math.min(index, text.length()));
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      return new Place(name, line, before.length() - before.lastIndexOf('\n'));
    }

    private JsonNode value(JsonParser parser, JsonPointer at) {
      last = place(parser);
      values.put(at, last);
      if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
        problems.error(NetworkFolder.MESSAGES, place(parser), "file.alias", parser.getString());
        return JsonNodeFactory.instance.nullNode();
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> mapping(parser, at);
        case START_ARRAY -> list(parser, at);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
        case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
        case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
        case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
        default -> JsonNodeFactory.instance.stringNode(parser.getString());
      };
    }

    /** A number; what is none, or would fill a memory when written out, stays text. */
    private static JsonNode number(JsonParser parser) {
      try {
        if (!parser.isNaN()) {
          BigDecimal number = parser.getDecimalValue();
          if (Math.abs((long) number.scale()) <= MOST_DECIMALS) {
            return JsonNodeFactory.instance.numberNode(number);
          }
        }
      } catch (JacksonException | NumberFormatException outOfBounds) {
        // as text the schema refuses it, and says what is needed
      }
      return JsonNodeFactory.instance.stringNode(parser.getString());
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
