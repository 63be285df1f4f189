package org.handbill.server.submit;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a submission's body says, by field name, whichever way it is written. Several values of one
 * name have a line feed between them; a line break within a value is {@code \r\n}, as browsers send
 * it.
 */
final class SubmissionBody {

  private static final int MOST_FIELDS = 100;
  private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SubmissionBody() {}

  /** The body cannot be read; the message says why, in plain words. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedException(String message) {
      super(message);
    }
  }

  static Map<String, String> form(byte[] bytes) throws MalformedException {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (String pair : text(bytes).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        add(values, name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return joined(values);
  }

  static Map<String, String> json(byte[] bytes) throws MalformedException {
    JsonNode body;
    try {
      body = JSON.readTree(text(bytes));
    } catch (JacksonException broken) {
      throw new MalformedException("The body is not well-formed JSON.");
    }
    if (!body.isObject()) {
      throw new MalformedException("The body is not a JSON object of field names and values.");
    }
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      JsonNode value = member.getValue();
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        if (!one.isValueNode()) {
          throw new MalformedException(
              "A value in the body is neither text, number, truth value nor a list of these.");
        }
        add(values, member.getKey(), one.isNull() ? "" : one.asString());
      }
    }
    return joined(values);
  }

  private static void add(Map<String, Set<String>> values, String name, String value)
      throws MalformedException {
    values
        .computeIfAbsent(name, first -> new LinkedHashSet<>())
        .add(LINE_BREAK.matcher(value).replaceAll("\r\n"));
    if (values.size() > MOST_FIELDS) {
      throw new MalformedException("The body has more than " + MOST_FIELDS + " fields.");
    }
  }

  private static Map<String, String> joined(Map<String, Set<String>> values) {
    Map<String, String> joined = new LinkedHashMap<>();
    values.forEach(
        (name, each) -> {
          if (each.size() > 1) {
            each.remove(""); // an answer beside none
          }
          joined.put(name, String.join("\n", each));
        });
    return joined;
  }

  private static String text(byte[] bytes) throws MalformedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MalformedException("The body is not UTF-8.");
    }
  }

  private static String decoded(String encoded) throws MalformedException {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new MalformedException("The body is not a well-formed form.");
    }
  }
}
