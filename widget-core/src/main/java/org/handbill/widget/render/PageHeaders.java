package org.handbill.widget.render;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.View;

/** The header fields that only a widget's page has, as name and value. */
final class PageHeaders {

  private PageHeaders() {}

  /** The page's own rules: its one style by hash, its script, its form, and who may frame it. */
  static Map<String, String> of(URI base, Renderer.Subject subject, View view, String html) {
    String redirect =
        subject
            .file()
            .node()
            .get("success")
            .flatMap(success -> success.text("redirect"))
            .map(URI::create)
            .map(PageHeaders::alsoAllowed)
            .orElse("");
    String formTarget = view.formTarget().map(PageHeaders::alsoAllowed).orElse("");
    String origin = base.getScheme() + "://" + base.getRawAuthority();
    String policy =
        "default-src 'none'; style-src "
            + StyleHash.of(html)
            + "; script-src "
            + origin
            + "; connect-src "
            + origin
            + "; img-src data:; form-action "
            + origin
            + redirect
            + formTarget
            + "; base-uri 'none'; frame-ancestors "
            + ancestors(subject)
            + "; require-trusted-types-for 'script'; trusted-types 'none'";
    return Map.of(
        "Content-Security-Policy", policy, "Referrer-Policy", "strict-origin-when-cross-origin");
  }

  private static String alsoAllowed(URI target) {
    return " " + target.getScheme() + "://" + target.getRawAuthority();
  }

  private static String ancestors(Renderer.Subject subject) {
    if (subject.network().embedding() == Network.Embedding.ANYONE) {
      return "*";
    }
    Optional<Member> member = subject.audience().member();
    return member
        .filter(found -> !found.origins().isEmpty())
        .map(found -> String.join(" ", found.origins()))
        .orElse("'self'");
  }
}
