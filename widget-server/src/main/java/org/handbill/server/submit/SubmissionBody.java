package org.handbill.server.submit;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a submission's body says, by field name, whichever way it is written. */
final class SubmissionBody {

  private static final int MOST_FIELDS = 100;
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
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text(bytes).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        values.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
      limit(values);
    }
    return values;
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
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      JsonNode value = member.getValue();
      if (!value.isValueNode()) {
        throw new MalformedException(
            "A value in the body is neither text, number nor truth value.");
      }
      values.put(member.getKey(), value.isNull() ? "" : value.asString());
      limit(values);
    }
    return values;
  }

  private static void limit(Map<String, String> values) throws MalformedException {
    if (values.size() > MOST_FIELDS) {
      throw new MalformedException("The body has more than " + MOST_FIELDS + " fields.");
    }
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
