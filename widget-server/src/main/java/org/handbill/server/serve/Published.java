package org.handbill.server.serve;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handbill.server.web.Resource;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.Widgets;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.model.Beside;
import org.handbill.widget.render.Rendered;

/** The fixed files, by path. */
public final class Published {

  private static final String SCRIPT = "text/javascript;charset=utf-8";

  private Published() {}

  /**
   * All of them.
   *
   * @param own further assets by path, with their media types
   */
  public static Map<String, Resource> files(
      Widgets widgets, URI publicUrl, Map<String, Rendered> own) {
    Map<String, Resource> files = new LinkedHashMap<>();
    Asset page = widgets.assets().page();
    files.put("/embed.js", resource(SCRIPT, widgets.assets().loader(), Freshness.SHORT));
    files.put("/frame.js", resource(SCRIPT, widgets.assets().frame(), Freshness.SHORT));
    Map<String, Asset> lasting = new LinkedHashMap<>(widgets.assets().modules());
    lasting.putAll(widgets.assets().pinned());
    lasting.forEach(
        (path, asset) ->
            files.put("/" + path, resource(SCRIPT, asset.text(), Freshness.IMMUTABLE)));
    files.put(
        "/assets/page-" + page.hash() + ".js", resource(SCRIPT, page.text(), Freshness.IMMUTABLE));
    widgets
        .schemas()
        .forEach(
            (name, text) ->
                files.put(
                    "/schemas/" + name,
                    resource("application/schema+json", text, Freshness.SHORT)));
    String openApi =
        Beside.text(Published.class, "openapi.json")
            .replace("https://widgets.example.org", publicUrl.toString().replaceFirst("/*$", ""));
    files.put("/openapi.json", resource("application/json", openApi, Freshness.SHORT));
    files.put(
        "/robots.txt", resource("text/plain;charset=utf-8", robots(publicUrl), Freshness.SHORT));
    own.forEach((path, rendered) -> files.put(path, new Resource(rendered, Freshness.IMMUTABLE)));
    return files;
  }

  /** What RFC 9309 has: where pages with tokens are, and the sitemap. */
  private static String robots(URI publicUrl) {
    return "User-agent: *\nDisallow: /confirm/\nDisallow: /unsubscribe/\nSitemap: "
        + publicUrl.toString().replaceFirst("/*$", "/")
        + "sitemap.xml\n";
  }

  private static Resource resource(String type, String text, Freshness freshness) {
    return new Resource(Rendered.of(type, text, Map.of(), 0), freshness);
  }
}
