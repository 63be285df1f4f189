package org.handbill.server.web;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;

/** Jackson 3 for Javalin, which knows only Jackson 2 by itself. */
public final class Json implements JsonMapper {

  private static final tools.jackson.databind.json.JsonMapper JSON =
      tools.jackson.databind.json.JsonMapper.shared();

  @Override
  public String toJsonString(Object value, Type type) {
    return JSON.writeValueAsString(value);
  }
}
