package org.handbill.widget.type.resources.hsds;

import java.net.URI;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import tools.jackson.databind.JsonNode;

/** Reads the values of objects of HSDS, which may be absent, null or numbers. */
final class Values {

  /** Not “< 18 years”. */
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z]");

  /**
   * An element with its end, or an entity. “AT&T”, or a tag alone that a name is about, is text.
   */
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?is)<([a-z]\\w{0,9})\\b[^<>]{0,200}>.{0,500}?</\\1>|&(?:#\\w{1,8}|[a-z]\\w{1,20});");

  private static final URI NOWHERE = URI.create("about:blank");

  private Values() {}

  /** A value as it is written; empty for none. */
  static String string(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }

  /** A value on one line, without the markup that some servers leave in names. */
  static String line(JsonNode node, String key) {
    return line(string(node, key));
  }

  static String line(String text) {
    return MARKUP.matcher(text).find()
        ? RichText.clean(text, NOWHERE).text()
        : PlainText.line(text);
  }

  static boolean hasTags(String text) {
    return TAG.matcher(text).find();
  }
}
