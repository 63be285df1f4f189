package org.handbill.server.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.web.RequestTarget;
import org.handbill.widget.Resolution;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.Widgets;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.render.Pages;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;

/** {@code GET /}: the widgets, each live, and the snippet to copy. */
public final class Gallery {

  private static final Messages MESSAGES = Messages.beside(Gallery.class);

  private final Widgets widgets;
  private final Snippets snippets;
  private final String policy;
  private final Asset style = Asset.of(Beside.text(Gallery.class, "gallery.css"));
  private final Asset script = Asset.of(Beside.text(Gallery.class, "gallery.js"));
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Gallery.class.getClassLoader());

  /**
   * @param publicUrl where the server is reached
   */
  public Gallery(Widgets widgets, URI publicUrl) {
    this.widgets = widgets;
    String base = publicUrl.toString().replaceFirst("/*$", "/");
    this.snippets = new Snippets(base, widgets.assets().embed());
    String origin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
    this.policy =
        "default-src 'none'; script-src 'self' %1$s; style-src 'self'; connect-src 'self' %1$s;"
                .formatted(origin)
            + " img-src data:; form-action 'self' "
            + origin
            + "; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
  }

  /** The gallery's own style sheet and script, by path. */
  public Map<String, Rendered> assets() {
    return Map.of(
        path(style, "css"), Rendered.of("text/css;charset=utf-8", style.text(), Map.of(), 0),
        path(script, "js"),
            Rendered.of("text/javascript;charset=utf-8", script.text(), Map.of(), 0));
  }

  private static String path(Asset asset, String extension) {
    return "/assets/gallery-" + asset.hash() + "." + extension;
  }

  /** Shows the page for the choices in the query. */
  public void handle(Context ctx) {
    Map<String, String> query = RequestTarget.of("/", ctx.queryString()).query();
    StringOutput page = new StringOutput();
    templates.render("org/handbill/server/desk/gallery.jte", Map.of("view", view(query)), page);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Security-Policy", policy);
    ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.contentType("text/html;charset=utf-8").result(page.toString());
  }

  private GalleryView view(Map<String, String> query) {
    Languages languages = widgets.network().languages();
    String language = languages.best(query.get("lang")).tag();
    String scheme = Scheme.parse(query.getOrDefault("theme", "auto")).orElse(Scheme.AUTO).param();
    String member = query.getOrDefault("member", "");
    Messages.Texts texts = MESSAGES.in(languages.best(query.get("lang")));
    List<GalleryView.Choice> members = new ArrayList<>();
    members.add(new GalleryView.Choice("", texts.get("member.none"), member.isEmpty()));
    widgets
        .network()
        .members()
        .forEach(
            one ->
                members.add(new GalleryView.Choice(one.id(), one.name(), one.id().equals(member))));
    return new GalleryView(
        texts,
        widgets.network().name(),
        languages.list().stream()
            .map(
                one -> new GalleryView.Choice(one.tag(), one.ownName(), one.tag().equals(language)))
            .toList(),
        members,
        Arrays.stream(Scheme.values())
            .map(
                one ->
                    new GalleryView.Choice(
                        one.param(), texts.get("theme." + one.param()), one.param().equals(scheme)))
            .toList(),
        widgets.list().stream()
            .flatMap(file -> card(file, language, member, scheme).stream())
            .toList(),
        path(style, "css"),
        path(script, "js"));
  }

  private Optional<GalleryView.Card> card(
      WidgetFile file, String language, String member, String scheme) {
    Map<String, String> query = Map.of("lang", language, "member", member, "theme", scheme);
    String id = file.id().value();
    if (!(widgets.resolve(id, Representation.PAGE, query) instanceof Resolution.Found found)) {
      return Optional.empty();
    }
    SnippetKey key = found.key();
    String title = file.title().in(key.language());
    return widgets.pages(key).map(pages -> card(pages, key, title));
  }

  private GalleryView.Card card(Pages pages, SnippetKey key, String title) {
    String id = key.widget().value();
    return new GalleryView.Card(
        id,
        title,
        key.language().tag(),
        pages.page().toString(),
        pages.link().toString(),
        pages.key(),
        pages.script().toString(),
        snippets.quick(pages, title),
        snippets.pinned(pages, id, key.language().tag(), key.member(), key.scheme().param(), title),
        snippets.frame(pages, title));
  }
}
