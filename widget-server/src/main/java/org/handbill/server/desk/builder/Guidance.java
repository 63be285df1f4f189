package org.handbill.server.desk.builder;

import java.util.List;
import java.util.stream.IntStream;
import org.handbill.server.desk.builder.BuilderView.Code;
import org.handbill.server.desk.builder.BuilderView.Form;
import org.handbill.server.desk.builder.BuilderView.Instructions;
import org.handbill.server.desk.builder.BuilderView.Symptom;
import org.handbill.widget.model.Messages;

/**
 * What is said about an embed beside the embed itself.
 *
 * @param t the texts of Handbill's own
 * @param snippets the forms of the embed
 * @param origin the widget server's
 */
record Guidance(Messages.Texts t, Snippets snippets, String origin) {

  private static final List<String> SYSTEMS =
      List.of(
          "wordpress", "drupal", "squarespace", "wix", "ghost", "hugo", "google-sites", "plain");

  /** Each form of the embed, and what a policy needs for it. */
  List<Form> forms() {
    Policy host = new Policy(origin, snippets, false);
    Policy nonce = new Policy(origin, snippets, true);
    return List.of(
        new Form("quick", only(snippets.quick()), host.quick(), nonce.quick()),
        new Form("pinned", only(snippets.pinned()), host.pinned(), nonce.pinned()),
        new Form("frame", only(snippets.frame()), host.frame(), nonce.frame()),
        new Form("oembed", only(snippets.oembed()), host.oembed(), host.oembed()),
        new Form(
            "wordpress",
            List.of(
                code("shortcode", snippets.shortcode()),
                code("author", snippets.withoutScript()),
                code("loader", snippets.loader())),
            host.pinned(),
            nonce.pinned()),
        new Form(
            "component",
            List.of(
                code("head", snippets.pinnedScript()),
                code("component", snippets.component()),
                code("vue", VUE)),
            host.pinned(),
            nonce.pinned()),
        new Form(
            "include",
            List.of(
                code("page", snippets.include()),
                code("nginx", snippets.nginx()),
                code("apache", snippets.apache())),
            host.include(),
            nonce.include()),
        new Form("link", only(snippets.link()), "", ""));
  }

  /** How Vue's compiler is told of the element. */
  private static final String VUE =
      """
      // vite.config.js
      vue({template: {compilerOptions: {isCustomElement: (tag) => tag == "handbill-widget"}}})""";

  private static List<Code> only(String text) {
    return List.of(new Code("", text));
  }

  private Code code(String label, String text) {
    return new Code(t.get("code." + label), text);
  }

  /** The steps in each system. */
  List<Instructions> instructions() {
    return SYSTEMS.stream()
        .map(
            system ->
                new Instructions(
                    t.get("cms." + system),
                    IntStream.iterate(1, step -> t.has("cms." + system + "." + step), i -> i + 1)
                        .mapToObj(step -> t.get("cms." + system + "." + step))
                        .toList()))
        .toList();
  }

  /** What can be seen when something is wrong; browsers word their own lines in much this way. */
  List<Symptom> symptoms() {
    String fragment = snippets.of().offer().pages().html().toString();
    String script = snippets.of().offer().pages().script().toString();
    String page = snippets.of().offer().pages().page().toString();
    String refused = " because it violates the following Content Security Policy directive: \"";
    return List.of(
        new Symptom("silent", ""),
        new Symptom("gone", "[handbill] " + fragment + " … (404)"),
        new Symptom("malformed", "[handbill] " + fragment + " … (400)"),
        new Symptom("unreachable", "[handbill] " + fragment + " … (TypeError: Failed to fetch)"),
        new Symptom("slow", "[handbill] " + fragment + " … (TimeoutError: signal timed out)"),
        new Symptom("trouble", "[handbill] " + fragment + " … (503)"),
        new Symptom(
            "trusted", "[handbill] " + fragment + " … (TypeError: … 'TrustedHTML' assignment.)"),
        new Symptom(
            "script-src", "Refused to load the script '" + script + "'" + refused + "script-src …"),
        new Symptom(
            "connect-src", "Refused to connect to '" + fragment + "'" + refused + "connect-src …"),
        new Symptom("style-src", "Refused to apply inline style" + refused + "style-src …"),
        new Symptom("frame-src", "Refused to frame '" + page + "'" + refused + "frame-src …"),
        new Symptom("integrity", "Failed to find a valid digest in the 'integrity' attribute …"),
        new Symptom("blocked", "net::ERR_BLOCKED_BY_CLIENT"));
  }
}
