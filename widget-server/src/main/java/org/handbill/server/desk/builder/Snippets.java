package org.handbill.server.desk.builder;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.render.Pages;

/**
 * One embed in each of its forms, as a webmaster pastes it (the contract's section 5).
 *
 * @param base the public URL, ending in {@code /}
 * @param embed the loader, for its hash
 * @param of what is embedded
 */
record Snippets(String base, Asset embed, Selection of) {

  private static final String WIDGETS = "w/";

  private Pages pages() {
    return of.offer().pages();
  }

  /** The loader and the fragment in one request. */
  String quick() {
    return """
        <div data-handbill="%s" style="%s">%s</div>
        <script async src="%s" referrerpolicy="no-referrer"></script>"""
        .formatted(escaped(pages().key()), escaped(style()), link(), escaped(pages().script()));
  }

  /** The height to reserve and the custom properties, for a {@code style} attribute. */
  String style() {
    return "min-height:"
        + of.reserve().css()
        + of.declarations().entrySet().stream()
            .map(one -> ";" + one.getKey() + ":" + one.getValue())
            .collect(Collectors.joining());
  }

  /** The loader whose bytes never change, and the element. */
  String pinned() {
    return pinnedScript() + "\n" + element();
  }

  String pinnedScript() {
    return """
        <script async src="%sembed/%s.js" integrity="%s" crossorigin="anonymous"></script>"""
        .formatted(base, embed.hash(), embed.integrity());
  }

  /** The element, which takes no inline style, so that no policy forbids it. */
  String element() {
    return """
        <handbill-widget%s><svg height="%s" width="0" aria-hidden="true"></svg>%s</handbill-widget>"""
        .formatted(attributes(), of.reserve().css(), link());
  }

  /** The element where braces start an expression, as in JSX and in Vue's templates. */
  String component() {
    return element().replace("{", "&#123;").replace("}", "&#125;");
  }

  /** A frame that grows with what is in it. */
  String frame() {
    return """
        <iframe src="%s" title="%s" width="100%%" height="%d" style="%s" loading="lazy" referrerpolicy="strict-origin-when-cross-origin"></iframe>
        <script async src="%sframe.js"></script>"""
        .formatted(
            escaped(pages().page()),
            escaped(of.title()),
            of.reserve().height(),
            frameStyle(),
            base);
  }

  /** The height to reserve, below which a frame that grows never shrinks. */
  String frameStyle() {
    return "border:0;min-height:" + of.reserve().css();
  }

  /** The address that others turn into a frame. */
  String oembed() {
    return pages().page().toString();
  }

  /** What a web server of the host puts the fragment in the place of. */
  String include() {
    return """
        <!--#include virtual="/handbill/%s" -->
        %s"""
        .formatted(pages().html().toString().substring((base + WIDGETS).length()), loader());
  }

  String nginx() {
    return """
        location / {
          ssi on;
        }
        location /handbill/ {
          internal;
          proxy_pass %s%s;
          proxy_pass_request_headers off;
          proxy_set_header Accept-Encoding "";
          proxy_ssl_server_name on;
        }"""
        .formatted(base, WIDGETS);
  }

  String apache() {
    return """
        Options +Includes
        AddOutputFilter INCLUDES .html
        SSLProxyEngine on
        ProxyPass "/handbill/" "%s%s"
        <Location "/handbill/">
          RequestHeader unset Accept-Encoding
        </Location>"""
        .formatted(base, WIDGETS);
  }

  /** The shortcode of our WordPress plugin. */
  String shortcode() {
    String words = of.title().replace("[", "&#91;").replace("]", "&#93;");
    return """
        [handbill%s height="%s"]%s[/handbill]"""
        .formatted(attributes(), of.reserve().css(), words);
  }

  /** What is left of the quick snippet where an editor takes scripts out. */
  String withoutScript() {
    return """
        <div data-handbill="%s">%s</div>"""
        .formatted(escaped(pages().key()), link());
  }

  String loader() {
    return """
        <script async src="%sembed.js" referrerpolicy="no-referrer"></script>"""
        .formatted(base);
  }

  /** The plain link. */
  String link() {
    return """
        <a href="%s">%s</a>"""
        .formatted(escaped(pages().link()), escaped(of.title()));
  }

  /** The rules of the host's own style sheet; empty where nothing is set. */
  String rules() {
    StringBuilder css = new StringBuilder();
    if (!of.declarations().isEmpty()) {
      css.append("[data-handbill], handbill-widget {\n");
      of.declarations()
          .forEach(
              (name, value) ->
                  css.append("  ").append(name).append(": ").append(value).append(";\n"));
      css.append("}\n");
    }
    of.wishes()
        .parts()
        .forEach(
            (part, declarations) ->
                css.append(
                    "[data-handbill]::part(%1$s), handbill-widget::part(%1$s) { %2$s }\n"
                        .formatted(part, declarations)));
    return css.toString().strip();
  }

  private String attributes() {
    Map<String, String> all = new TreeMap<>(of.key().parameters());
    String scheme = of.key().scheme() == Scheme.AUTO ? "" : of.key().scheme().param();
    return attribute("widget", of.key().widget().value())
        + attribute("lang", of.key().language().tag())
        + attribute("member", of.key().member())
        + attribute("theme", scheme)
        + all.entrySet().stream()
            .map(one -> attribute(one.getKey(), one.getValue()))
            .collect(Collectors.joining());
  }

  private static String attribute(String name, String value) {
    return value.isEmpty() ? "" : " " + name + "=\"" + escaped(value) + '"';
  }

  private static String escaped(Object text) {
    StringOutput output = new StringOutput();
    HtmlTemplateOutput html = new OwaspHtmlTemplateOutput(output);
    html.setContext("div", "title");
    html.writeUserContent(text.toString());
    return output.toString();
  }
}
