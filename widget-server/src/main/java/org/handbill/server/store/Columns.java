package org.handbill.server.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How values stand in columns, the same on SQLite and PostgreSQL. */
final class Columns {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Columns() {}

  /** A time that sorts as text: always with milliseconds, always in UTC. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static Map<String, String> values(String column) {
    return JSON.readValue(column, VALUES);
  }

  static List<String> names(String column) {
    return JSON.readValue(column, NAMES);
  }

  static Delivery.Person person(String column) {
    return JSON.readValue(column, Delivery.Person.class);
  }
}
