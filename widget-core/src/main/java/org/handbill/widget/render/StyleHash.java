package org.handbill.widget.render;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.handbill.widget.assets.Assets;

/** What a Content-Security-Policy needs to allow what stands inline in a page of ours. */
public final class StyleHash {

  private static final String START = "<style>";

  private StyleHash() {}

  /** The hash source (CSP Level 3, 2.3.1) of the first style element. */
  public static String of(String html) {
    return source(html.substring(html.indexOf(START) + START.length(), html.indexOf("</style>")));
  }

  /** The hash source of a script or style of that text. */
  static String source(String text) {
    byte[] hash = Assets.Asset.digest("SHA-256", text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }
}
