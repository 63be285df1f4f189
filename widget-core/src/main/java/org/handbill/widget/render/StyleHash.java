package org.handbill.widget.render;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.handbill.widget.assets.Assets;

/** What a Content-Security-Policy needs to allow what stands inline in a page of ours. */
public final class StyleHash {

  private StyleHash() {}

  /** The hash source (CSP Level 3, 2.3.1) of the first style element. */
  public static String of(String html) {
    return of(html, "style");
  }

  /** The same of the first script element without attributes. */
  static String ofScript(String html) {
    return of(html, "script");
  }

  private static String of(String html, String element) {
    String start = "<" + element + ">";
    int from = html.indexOf(start) + start.length();
    String text = html.substring(from, html.indexOf("</" + element + ">", from));
    byte[] hash = Assets.Asset.digest("SHA-256", text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }
}
