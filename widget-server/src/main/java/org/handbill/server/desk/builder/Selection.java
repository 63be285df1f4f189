package org.handbill.server.desk.builder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handbill.widget.Offer;
import org.handbill.widget.Resolution;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Choice;
import org.handbill.widget.model.Color;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;

/**
 * What a webmaster has chosen: only what there is, whatever the query said.
 *
 * @param key the snippet
 * @param title the widget's, in the snippet's language
 * @param offer what the widget offers
 * @param fragment the snippet as it is sent
 * @param styling what a page may set of its looks
 * @param wishes what the webmaster sets of them
 * @param host the page that it is imagined on
 * @param reserve the room it takes there
 */
record Selection(
    SnippetKey key,
    String title,
    Offer offer,
    String fragment,
    Styling styling,
    Wishes wishes,
    HostPage host,
    Reserve reserve) {

  /** What the query chooses; empty where the network shows no widget at all. */
  static Optional<Selection> of(Widgets widgets, Map<String, String> query) {
    String typed = query.getOrDefault("widget", "");
    return widgets.list().stream()
        .filter(file -> file.id().value().equals(typed))
        .findFirst()
        .or(() -> widgets.list().stream().findFirst())
        .flatMap(file -> of(widgets, file, query));
  }

  private static Optional<Selection> of(
      Widgets widgets, WidgetFile file, Map<String, String> query) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("lang", query.getOrDefault("lang", ""));
    asked.put("member", query.getOrDefault("member", ""));
    asked.put("theme", Scheme.parse(query.getOrDefault("theme", "")).orElse(Scheme.AUTO).param());
    return resolve(widgets, file, asked)
        .flatMap(widgets::offer)
        .flatMap(
            offer -> {
              for (Choice choice : offer.choices()) {
                Optional.ofNullable(query.get(choice.parameter()))
                    .ifPresent(value -> asked.putIfAbsent(choice.parameter(), value));
              }
              return resolve(widgets, file, asked);
            })
        .flatMap(key -> of(widgets, file, key, query));
  }

  private static Optional<SnippetKey> resolve(
      Widgets widgets, WidgetFile file, Map<String, String> asked) {
    return widgets.resolve(file.id().value(), Representation.HTML, asked)
            instanceof Resolution.Found found
        ? Optional.of(found.key())
        : Optional.empty();
  }

  private static Optional<Selection> of(
      Widgets widgets, WidgetFile file, SnippetKey key, Map<String, String> query) {
    Rendered fragment = widgets.snippet(key);
    Optional<Offer> offer = widgets.offer(key);
    if (fragment == null || offer.isEmpty()) {
      return Optional.empty(); // it has gone since it was listed
    }
    Styling styling = Styling.of(fragment.text());
    HostPage host = HostPage.of(query, key.language());
    return Optional.of(
        new Selection(
            key,
            file.title().in(key.language()),
            offer.get(),
            fragment.text(),
            styling,
            Wishes.of(query, styling),
            host,
            Reserve.of(
                host.width(),
                query.getOrDefault("height", ""),
                column -> widgets.height(key, column).orElse(0))));
  }

  /** The custom properties to hand out, without {@code --handbill-}. */
  Map<String, String> properties() {
    return wishes.handedOut(key.scheme(), styling);
  }

  /**
   * What a page sets on the element: the custom properties, and with a ground the scheme whose
   * other colours can be read on that.
   */
  Map<String, String> declarations() {
    Map<String, String> declarations = new LinkedHashMap<>();
    properties().forEach((name, value) -> declarations.put("--handbill-" + name, value));
    wishes
        .color(Wishes.GROUND)
        .filter(ground -> key.scheme().follows())
        .map(ground -> ground.contrast(WHITE) > ground.contrast(BLACK) ? "dark" : "light")
        .ifPresent(scheme -> declarations.put("color-scheme", scheme));
    return declarations;
  }

  private static final Color WHITE = new Color("#ffffff");
  private static final Color BLACK = new Color("#000000");

  /** All of it as a query, which restores it. */
  String query() {
    return encoded(parameters());
  }

  /** The same with another value of one parameter, to be measured anew. */
  String queryWith(String parameter, String value) {
    Map<String, String> changed = parameters();
    changed.put(parameter, value);
    changed.remove("height");
    return encoded(changed);
  }

  private Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("widget", key.widget().value());
    all.put("lang", key.language().tag());
    all.put("member", key.member());
    all.put("theme", key.scheme() == Scheme.AUTO ? "" : key.scheme().param());
    all.putAll(key.parameters());
    wishes.properties().forEach((name, value) -> all.put(Wishes.PROPERTY + name, value));
    wishes.parts().forEach((name, value) -> all.put(Wishes.PART + name, value));
    all.putAll(host.query(key.language()));
    all.put("height", reserve.param());
    return all;
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .filter(pair -> !pair.getValue().isEmpty())
        .map(
            pair ->
                pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }
}
