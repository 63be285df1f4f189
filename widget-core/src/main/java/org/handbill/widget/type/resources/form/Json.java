package org.handbill.widget.type.resources.form;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON that cannot end a script element that somebody pastes it into. */
final class Json {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Json() {}

  static String text(JsonNode tree) {
    return JSON.writeValueAsString(tree).replace("<", "\\u003c") + "\n";
  }
}
