package org.handbill.widget.type.donate;

import java.util.regex.Pattern;

/**
 * What a platform keeps as a source code. One that it would drop in silence is refused.
 *
 * @param shape what it keeps
 * @param saying the key of a message that says so to an editor
 */
record Codes(Pattern shape, String saying) {

  /** Whatever an editor can write but halves of characters, which no address can carry. */
  static final Codes ANY = new Codes(Pattern.compile("\\P{Cs}*"), "codes.any");

  static Codes of(String shape, String saying) {
    return new Codes(Pattern.compile(shape), saying);
  }

  /** True for a code that arrives as it is; none is always kept. */
  boolean keep(String code) {
    return code.isEmpty() || shape.matcher(code).matches();
  }
}
