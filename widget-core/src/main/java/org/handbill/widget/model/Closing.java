package org.handbill.widget.model;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The end of a widget, a member or a network, for good: what is shown in place of each widget, so
 * that a snippet which nobody takes off a page never becomes a hole in it. Immutable.
 *
 * @param text a short notice; empty to show nothing at all
 * @param url where its readers may go on
 * @param told the forms in which those who subscribed are told, by the ending of their addresses
 */
public record Closing(
    Localized<RichText> text, Optional<URI> url, Map<String, Function<Publication, String>> told)
    implements Content {

  public Closing {
    told = Map.copyOf(told);
  }

  /** Gives back the height that a snippet had reserved. */
  private static final String NOTICE_CSS = ":host{min-height:0!important}";

  private static final String NOTHING_CSS = ":host{display:none!important}";

  /**
   * What a key {@code closed} says: a notice and a link, or {@code true} for nothing at all.
   *
   * @param base what relative links of the notice are relative to
   */
  public static Closing read(Node node, Languages languages, URI base, Problems problems) {
    return new Closing(
        node.get("text")
            .map(text -> text.localizedRich(languages, base, problems))
            .orElse(Localized.same(languages.first(), RichText.EMPTY)),
        node.get("url").flatMap(url -> url.uri(problems)),
        Map.of());
  }

  /** The same, told in these forms too. */
  public Closing with(Map<String, Function<Publication, String>> forms) {
    return new Closing(text, url, forms);
  }

  @Override
  public Set<String> forms() {
    return told.keySet();
  }

  @Override
  public String form(String ending, Publication publication) {
    Function<Publication, String> form = told.get(ending);
    if (form == null) {
      throw new IllegalArgumentException(ending);
    }
    return form.apply(publication);
  }

  @Override
  public View view(Audience audience, Links links) {
    RichText notice = text.in(audience.language());
    Map<String, Object> closed = new LinkedHashMap<>();
    if (!notice.isEmpty()) {
      closed.put("text", notice.html());
    }
    url.ifPresent(to -> closed.put("url", to.toString()));
    Map<String, Object> model =
        Map.of(
            "text", notice.html(),
            "url", url.map(URI::toString).orElse(""),
            "place", url.map(to -> to.getRawAuthority() + to.getRawPath()).orElse(""));
    return new View("org/handbill/widget/render/closed.jte", model, Map.of("closed", closed), url);
  }

  @Override
  public String css() {
    return isSilent() ? NOTHING_CSS : NOTICE_CSS;
  }

  private boolean isSilent() {
    return url.isEmpty() && text.texts().values().stream().allMatch(RichText::isEmpty);
  }
}
