package org.handbill.widget.render;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.handbill.widget.assets.Assets;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.View;

/** The header fields that only a widget's page has, as name and value. */
final class PageHeaders {

  private static final String POLICY = "Content-Security-Policy";
  private static final String ANCESTORS = "frame-ancestors";
  private static final String OURS = "'self'";
  private static final String EARLY = StyleHash.source(Assets.EARLY);

  private PageHeaders() {}

  /**
   * The page's own rules: its style and its first script by hash, its script, its form, and who may
   * frame it.
   */
  static Map<String, String> of(
      Addresses addresses, Renderer.Subject subject, View view, String html) {
    String redirect =
        subject
            .file()
            .node()
            .get("success")
            .flatMap(success -> success.text("redirect"))
            .map(URI::create)
            .map(PageHeaders::alsoAllowed)
            .orElse("");
    String formTargets =
        view.formTargets().stream()
            .map(PageHeaders::alsoAllowed)
            .distinct()
            .collect(Collectors.joining());
    String frames =
        view.frames().isEmpty()
            ? ""
            : "; frame-src"
                + view.frames().stream()
                    .map(PageHeaders::alsoAllowed)
                    .collect(Collectors.joining());
    String origin = origin(addresses.base());
    String forms = origin(addresses.hosting().forms());
    String both = forms.equals(origin) ? origin : origin + " " + forms;
    String policy =
        "default-src 'none'; style-src "
            + StyleHash.of(html)
            + "; script-src "
            + origin
            + " "
            + EARLY
            + "; connect-src "
            + both
            + "; img-src data: "
            + origin
            + frames
            + "; form-action "
            + both
            + redirect
            + formTargets
            + "; base-uri 'none'; "
            + ANCESTORS
            + " "
            + ancestors(subject)
            + "; require-trusted-types-for 'script'; trusted-types 'none'";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(POLICY, policy);
    boolean draft = !subject.preview().isEmpty();
    // The address of a draft has its key in it.
    headers.put("Referrer-Policy", draft ? "no-referrer" : "strict-origin-when-cross-origin");
    if (draft) {
      headers.put("X-Robots-Tag", "noindex");
    }
    if (!draft && !addresses.hosting().still()) {
      headers.put("Link", discovery(addresses));
    }
    return headers;
  }

  /**
   * The page with its policy in itself, for a server that sends the same fields with every page;
   * who may frame it can stand in a field only (CSP Level 3, 3.3).
   */
  static String within(String html, Map<String, String> headers) {
    String policy = headers.getOrDefault(POLICY, "").replaceFirst("; " + ANCESTORS + "[^;]*", "");
    String charset = "<meta charset=\"utf-8\">";
    return html.replace(
        charset, charset + "\n<meta http-equiv=\"" + POLICY + "\" content=\"" + policy + "\">");
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /** The links to oEmbed (RFC 8288), for consumers that do not read the page itself. */
  private static String discovery(Addresses addresses) {
    return Arrays.stream(OembedRequest.Format.values())
        .map(
            format ->
                "<"
                    + addresses.oembed(format)
                    + ">; rel=\"alternate\"; type=\""
                    + format.linkType()
                    + "\"")
        .collect(Collectors.joining(", "));
  }

  private static String alsoAllowed(URI target) {
    return " " + origin(target);
  }

  /** True where pages of some other origin may hold the page in a frame. */
  static boolean mayBeFramed(Renderer.Subject subject) {
    return !ancestors(subject).equals(OURS);
  }

  /** Whose pages may hold the page in a frame, as sources of CSP Level 3. */
  private static String ancestors(Renderer.Subject subject) {
    if (subject.network().embedding() == Network.Embedding.ANYONE) {
      return "*";
    }
    return subject
        .audience()
        .member()
        .filter(found -> !found.origins().isEmpty())
        .map(found -> String.join(" ", found.origins()))
        .orElse(OURS);
  }
}
