package org.handbill.server.desk;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.render.Pages;

/** The snippets of one widget, as a webmaster pastes them (the contract's section 5). */
final class Snippets {

  private final String base;
  private final Asset embed;

  /**
   * @param base the public URL, ending in {@code /}
   * @param embed the loader, for its hash
   */
  Snippets(String base, Asset embed) {
    this.base = base;
    this.embed = embed;
  }

  String quick(Pages pages, String title) {
    return """
        <div data-handbill="%s"><a href="%s">%s</a></div>
        <script async src="%s" referrerpolicy="no-referrer"></script>"""
        .formatted(
            escaped(pages.key()),
            escaped(pages.link().toString()),
            escaped(title),
            escaped(pages.script().toString()));
  }

  String pinned(
      Pages pages, String id, String language, String member, String scheme, String title) {
    String attributes =
        attribute("lang", language)
            + attribute("member", member)
            + attribute("theme", scheme.equals("auto") ? "" : scheme);
    return """
        <script async src="%sembed/%s.js" integrity="%s" crossorigin="anonymous"></script>
        <handbill-widget widget="%s"%s><a href="%s">%s</a></handbill-widget>"""
        .formatted(
            base,
            embed.hash(),
            embed.integrity(),
            id,
            attributes,
            escaped(pages.link().toString()),
            escaped(title));
  }

  String frame(Pages pages, String title) {
    return """
        <iframe src="%s" title="%s" width="100%%" height="480" style="border:0" loading="lazy"></iframe>"""
        .formatted(escaped(pages.page().toString()), escaped(title));
  }

  private static String attribute(String name, String value) {
    return value.isEmpty() ? "" : " " + name + "=\"" + escaped(value) + '"';
  }

  private static String escaped(String text) {
    StringOutput output = new StringOutput();
    HtmlTemplateOutput html = new OwaspHtmlTemplateOutput(output);
    html.setContext("div", "title");
    html.writeUserContent(text);
    return output.toString();
  }
}
