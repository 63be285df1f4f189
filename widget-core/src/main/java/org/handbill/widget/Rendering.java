package org.handbill.widget;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.FormContent;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.SearchableContent;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.render.OembedRequest;
import org.handbill.widget.render.Pages;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Renderer;
import org.handbill.widget.render.Representation;
import org.jspecify.annotations.Nullable;

/** Finds out what a request means in the current edition, and renders what was found. */
final class Rendering {

  private static final String PREVIEW = "preview";
  private static final int TOKEN_BYTES = 16;

  private final Editions editions;
  private final String previewToken;
  private final Renderer renderer;
  private volatile @Nullable Rendered sitemap;

  Rendering(Editions editions, Renderer renderer) {
    this.editions = editions;
    this.renderer = renderer;
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    this.previewToken = HexFormat.of().formatHex(random);
  }

  Resolution resolve(String typed, Representation as, Map<String, String> query) {
    Catalog catalog = editions.current();
    String member = query.getOrDefault("member", "");
    Catalog.Entry entry = WidgetId.parse(typed).map(id -> catalog.find(id, member)).orElse(null);
    if (entry == null || !mayBeSeen(entry, query) || !has(entry, as)) {
      return new Resolution.UnknownWidget();
    }
    Optional<Scheme> scheme = Scheme.parse(query.getOrDefault("theme", "auto"));
    if (scheme.isEmpty()) {
      return new Resolution.BadParameter("theme", "auto, light, dark, inherit");
    }
    Language language = catalog.network().languages().best(query.get("lang"));
    return new Resolution.Found(
        new SnippetKey(
            entry.widget().file().id(),
            as,
            language,
            scheme.get(),
            catalog.network().member(member).map(Member::id).orElse(""),
            declared(entry, query, language)),
        asked(entry, as, query));
  }

  /** What a page is searched for: the whole query, where it has anything that asks for a search. */
  private static Map<String, String> asked(
      Catalog.Entry entry, Representation as, Map<String, String> query) {
    boolean searched =
        as == Representation.PAGE
            && entry.content() instanceof SearchableContent content
            && content.searchParameters().stream()
                .anyMatch(name -> !query.getOrDefault(name, "").isBlank());
    return searched ? query : Map.of();
  }

  private static boolean has(Catalog.Entry entry, Representation as) {
    return as.isOfEveryWidget() || entry.content().forms().contains(as.extension());
  }

  /** A draft is there only for those who have its preview link. */
  private boolean mayBeSeen(Catalog.Entry entry, Map<String, String> query) {
    return !entry.widget().file().draft() || previewToken.equals(query.get(PREVIEW));
  }

  /** The addresses at which drafts can be seen, for as long as this process runs. */
  List<URI> previews() {
    Catalog catalog = editions.current();
    return catalog.entries().values().stream()
        .filter(entry -> entry.widget().file().draft())
        .map(entry -> key(catalog, entry))
        .flatMap(key -> pages(key).stream())
        .map(Pages::page)
        .toList();
  }

  private static SnippetKey key(Catalog catalog, Catalog.Entry entry) {
    return new SnippetKey(
        entry.widget().file().id(),
        Representation.PAGE,
        catalog.network().languages().first(),
        Scheme.AUTO,
        "",
        Map.of());
  }

  private static Map<String, String> declared(
      Catalog.Entry entry, Map<String, String> query, Language reader) {
    Map<String, String> declared = new LinkedHashMap<>();
    for (String name : entry.content().parameters().keySet()) {
      Optional.ofNullable(query.get(name))
          .flatMap(typed -> entry.content().meant(name, typed, reader))
          .ifPresent(value -> declared.put(name, value));
    }
    return declared;
  }

  /** Renders a key; null when something that it names has gone. */
  @Nullable Rendered snippet(SnippetKey key) {
    Catalog catalog = editions.current();
    Catalog.Entry entry = entry(catalog, key);
    if (entry == null) {
      return null;
    }
    Renderer.Subject subject = subject(catalog, entry, key);
    if (!key.as().isOfEveryWidget()) {
      return renderer.form(subject, key.as());
    }
    View view = entry.content().view(subject.audience(), renderer.links(subject));
    return renderer.render(subject, view, key.as());
  }

  /** What a search finds; null when the widget has gone. */
  @Nullable Rendered searched(Resolution.Found found) {
    Catalog catalog = editions.current();
    Catalog.Entry entry = entry(catalog, found.key());
    if (entry == null || !(entry.content() instanceof SearchableContent content)) {
      return null;
    }
    Renderer.Subject subject = subject(catalog, entry, found.key());
    Links links = renderer.links(subject);
    return renderer.renderOnce(subject, content.view(subject.audience(), links, found.asked()));
  }

  Optional<Rendered> reshown(SnippetKey key, FormContent.Attempt attempt) {
    return form(
        key,
        (content, subject) -> content.view(subject.audience(), renderer.links(subject), attempt));
  }

  Optional<Rendered> oneMoreStep(SnippetKey key, Map<String, String> held) {
    return form(
        key,
        (content, subject) ->
            content.oneMoreStep(subject.audience(), renderer.links(subject), held));
  }

  Optional<Rendered> received(SnippetKey key) {
    return form(
        key, (content, subject) -> content.received(subject.audience(), renderer.links(subject)));
  }

  /** The widget of a key, where the edition has all that the key names. */
  private static Catalog.@Nullable Entry entry(Catalog catalog, SnippetKey key) {
    Catalog.Entry entry = catalog.find(key.widget(), key.member());
    boolean known =
        entry != null
            && catalog.network().languages().list().contains(key.language())
            && has(entry, key.as())
            && (key.member().isEmpty() || catalog.network().member(key.member()).isPresent())
            && declared(entry, key.parameters(), key.language()).equals(key.parameters());
    return known ? entry : null;
  }

  Optional<Pages> pages(SnippetKey key) {
    return offer(key).map(Offer::pages);
  }

  Optional<Offer> offer(SnippetKey key) {
    Catalog catalog = editions.current();
    Catalog.Entry entry = entry(catalog, key);
    if (entry == null) {
      return Optional.empty();
    }
    Renderer.Subject subject = subject(catalog, entry, key);
    View view = entry.content().view(subject.audience(), renderer.links(subject));
    Pages pages = renderer.pages(subject, view);
    return Optional.of(
        new Offer(
            pages,
            entry.content().choices(key.language()),
            formTargets(entry.content(), view, pages),
            view.frames(),
            !entry.content().pictures().isEmpty(),
            entry.content().privacy(subject.audience())));
  }

  OptionalInt height(SnippetKey key, int width) {
    Catalog catalog = editions.current();
    Catalog.Entry entry = entry(catalog, key);
    return entry == null
        ? OptionalInt.empty()
        : OptionalInt.of(renderer.height(subject(catalog, entry, key), width));
  }

  private static List<URI> formTargets(Content content, View view, Pages pages) {
    boolean ours = content instanceof FormContent || content instanceof SearchableContent;
    return Stream.concat(
            ours ? Stream.of(pages.page()) : Stream.empty(), view.formTargets().stream())
        .toList();
  }

  Optional<Rendered> oembed(SnippetKey key, OembedRequest request) {
    Catalog catalog = editions.current();
    Catalog.Entry entry = entry(catalog, key);
    return entry == null || entry.widget().file().draft()
        ? Optional.empty()
        : Optional.of(renderer.oembed(subject(catalog, entry, key), request));
  }

  /** Written once an edition. */
  Rendered sitemap() {
    Catalog catalog = editions.current();
    Rendered current = sitemap;
    if (current == null || current.edition() != catalog.edition()) {
      current = renderer.sitemap(catalog.network(), catalog.updated(), catalog.edition());
      sitemap = current;
    }
    return current;
  }

  private interface FormView {
    View of(FormContent content, Renderer.Subject subject);
  }

  private Optional<Rendered> form(SnippetKey key, FormView form) {
    Catalog catalog = editions.current();
    Catalog.Entry entry = catalog.find(key.widget());
    if (entry == null || !(entry.content() instanceof FormContent content)) {
      return Optional.empty();
    }
    Renderer.Subject subject = subject(catalog, entry, key);
    return Optional.of(renderer.render(subject, form.of(content, subject), Representation.PAGE));
  }

  private Renderer.Subject subject(Catalog catalog, Catalog.Entry entry, SnippetKey key) {
    return new Renderer.Subject(
        catalog.network(),
        entry.widget().type(),
        entry.widget().file(),
        audience(catalog, key),
        entry.content(),
        entry.updated(),
        catalog.edition(),
        entry.widget().file().draft() ? previewToken : "");
  }

  private static Audience audience(Catalog catalog, SnippetKey key) {
    return new Audience(
        key.language(), key.scheme(), catalog.network().member(key.member()), key.parameters());
  }
}
