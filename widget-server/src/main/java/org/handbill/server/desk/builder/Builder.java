package org.handbill.server.desk.builder;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.web.RequestTarget;
import org.handbill.widget.Widgets;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Messages;
import org.handbill.widget.render.Rendered;

/**
 * {@code GET /}: choose a widget, see it, copy its snippet. {@code GET /preview}: a page that holds
 * that very snippet and nothing else. Each works without scripts; one script saves the reloading.
 */
public final class Builder {

  private static final Messages MESSAGES = Messages.beside(Builder.class);
  private static final String FOLDER = "org/handbill/server/desk/builder/";

  private final Widgets widgets;
  private final String base;
  private final String origin;
  private final Asset style = Asset.of(Beside.text(Builder.class, "builder.css"));
  private final Asset script = Asset.of(Beside.text(Builder.class, "builder.js"));
  private final Asset hostStyle = Asset.of(Beside.text(Builder.class, "preview.css"));
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Builder.class.getClassLoader());

  /**
   * @param publicUrl where the server is reached
   */
  public Builder(Widgets widgets, URI publicUrl) {
    this.widgets = widgets;
    this.base = publicUrl.toString().replaceFirst("/*$", "/");
    this.origin = Policy.origin(publicUrl);
  }

  /** The style sheets and the script, by path. */
  public Map<String, Rendered> assets() {
    return Map.of(
        "/" + path(style, "builder", "css"), css(style),
        "/" + path(hostStyle, "preview", "css"), css(hostStyle),
        "/" + path(script, "builder", "js"),
            Rendered.of("text/javascript;charset=utf-8", script.text(), Map.of(), 0));
  }

  private static Rendered css(Asset asset) {
    return Rendered.of("text/css;charset=utf-8", asset.text(), Map.of(), 0);
  }

  /** Relative, so that a proxy may put the server below any path. */
  private static String path(Asset asset, String name, String extension) {
    return "assets/" + name + "-" + asset.hash() + "." + extension;
  }

  /** Shows the page for the choices in the query. */
  public void handle(Context ctx) {
    Map<String, String> query = query(ctx);
    Languages languages = widgets.network().languages();
    BuilderView view =
        new Views(
                MESSAGES.in(languages.best(query.get("lang"))),
                widgets,
                base,
                path(style, "builder", "css"),
                path(script, "builder", "js"))
            .of(Selection.of(widgets, query));
    ctx.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src"
            + " 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'");
    answer(ctx, "builder.jte", Map.of("view", view));
  }

  /** Shows the snippet for the choices in the query on a page of its own. */
  public void preview(Context ctx) {
    Optional<Selection> selection = Selection.of(widgets, query(ctx));
    ctx.header("X-Robots-Tag", "noindex");
    if (selection.isEmpty()) {
      ctx.status(404);
      ctx.header("Cache-Control", "no-store");
      return;
    }
    Snippets snippets = new Snippets(base, widgets.assets().embed(), selection.get());
    Messages.Texts t = MESSAGES.in(selection.get().key().language());
    ctx.header("Content-Security-Policy", policy(snippets));
    answer(
        ctx,
        "preview.jte",
        Map.of(
            "title", t.format("preview.of", selection.get().title()),
            "language", selection.get().key().language().tag(),
            "host", selection.get().host(),
            "style", path(hostStyle, "preview", "css"),
            "rules", snippets.rules(),
            "snippet", snippets.quick()));
  }

  /** What the builder says a page needs for the quick snippet, and not a thing more. */
  private String policy(Snippets snippets) {
    return "default-src 'none'; "
        + new Policy(origin, snippets, false).quick().replace(";\n", "; ")
        + "; style-src 'self' "
        + Policy.hash(snippets.rules())
        + "; img-src data:; base-uri 'none'; frame-ancestors 'self';"
        + " require-trusted-types-for 'script'; trusted-types 'none'";
  }

  private static Map<String, String> query(Context ctx) {
    return RequestTarget.of("/", ctx.queryString()).query();
  }

  private void answer(Context ctx, String template, Map<String, Object> model) {
    StringOutput page = new StringOutput();
    templates.render(FOLDER + template, model, page);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.contentType("text/html;charset=utf-8").result(page.toString());
  }
}
