package org.handbill.server.desk.builder;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.render.StyleHash;

/**
 * What a host's Content-Security-Policy (CSP Level 3) needs for each form of an embed, one
 * directive a line; to be joined with what is there.
 *
 * @param origin the widget server's
 * @param snippets the forms
 * @param nonce whether scripts are allowed by a nonce instead of by their host
 */
record Policy(String origin, Snippets snippets, boolean nonce) {

  private static final String NONCE = "'nonce-…'";

  String quick() {
    return lines(
        script(), connect(), styleAttribute(snippets.style()), pictures(), frames(), formAction());
  }

  /** For the element, with the loader whose bytes never change. */
  String pinned() {
    return lines(script(), connect(), pictures(), frames(), formAction());
  }

  String frame() {
    return lines("frame-src " + origin, script(), styleAttribute(snippets.frameStyle()));
  }

  String oembed() {
    return "frame-src " + origin;
  }

  /** The fragment's own style element is named by its hash, which a new release may change. */
  String include() {
    return lines(
        "style-src " + StyleHash.of(snippets.of().fragment()),
        script(),
        connect(),
        pictures(),
        frames(),
        formAction());
  }

  private String script() {
    return "script-src " + (nonce ? NONCE : origin);
  }

  private String connect() {
    return "connect-src " + origin;
  }

  private String pictures() {
    return snippets.of().offer().pictured() ? "img-src " + origin : "";
  }

  private String frames() {
    return directive("frame-src", snippets.of().offer().frames());
  }

  private String formAction() {
    return directive("form-action", snippets.of().offer().formTargets());
  }

  /** A directive with the origins of addresses; empty for none. */
  private static String directive(String name, List<URI> addresses) {
    String origins =
        addresses.stream().map(Policy::origin).distinct().collect(Collectors.joining(" "));
    return origins.isEmpty() ? "" : name + " " + origins;
  }

  static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  private static String styleAttribute(String style) {
    return "style-src-attr 'unsafe-hashes' " + hash(style);
  }

  /** The hash source of a {@code style} attribute's text. */
  static String hash(String style) {
    byte[] hash = Asset.digest("SHA-256", style.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  private static String lines(String... directives) {
    List<String> all = new ArrayList<>();
    Stream.of(directives).filter(one -> !one.isEmpty()).forEach(all::add);
    return String.join(";\n", all);
  }
}
