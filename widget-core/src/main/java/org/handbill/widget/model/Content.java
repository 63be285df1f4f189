package org.handbill.widget.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Content that is ready to be shown to any audience. Immutable and thread-safe. */
public interface Content {

  /** In CSS pixels, for content that does not tell. */
  int USUAL_HEIGHT = 320;

  /** What one audience sees. */
  View view(Audience audience, Links links);

  /**
   * About how high {@link #view} stands on the widget's page, so that room can be reserved before
   * it is there. An estimate that is a tenth off does its work.
   *
   * @param width the room for it, in CSS pixels
   * @return CSS pixels, without the widget's title and text
   */
  default int height(Audience audience, Links links, int width) {
    return USUAL_HEIGHT;
  }

  /** Addresses that visitors are sent to, and whose health is worth knowing. */
  default List<OutboundLink> links() {
    return List.of();
  }

  /**
   * Where the pictures are that it would show; visitors never ask there. Those that could be had
   * come with the {@link Material}, and stand at {@link Links#picture}.
   */
  default List<OutboundLink> pictures() {
    return List.of();
  }

  /**
   * Query parameters of its own and the values they have. Anything else in a URL changes nothing,
   * so that what strangers type makes no cache entry.
   */
  default Map<String, Set<String>> parameters() {
    return Map.of();
  }

  /**
   * The value of one of its parameters that was meant by what stands in a URL; empty where it has
   * none such, which counts as absent.
   *
   * @param reader the language of the list that is asked for
   */
  default Optional<String> meant(String parameter, String typed, Language reader) {
    boolean known = parameters().getOrDefault(parameter, Set.of()).contains(typed);
    return known ? Optional.of(typed) : Optional.empty();
  }

  /**
   * Those of its parameters that ask for a part of it, which stands beside what others link to: the
   * fragment and the page of nobody in particular have it.
   */
  default Set<String> parts() {
    return Set.of();
  }

  /** Which of its parameters a webmaster may choose, in the order to show them. */
  default List<Choice> choices(Language language) {
    return List.of();
  }

  /**
   * What it does with what visitors give, as a paragraph for the privacy notice of the page that it
   * stands on; empty for nothing to say.
   */
  default String privacy(Audience audience) {
    return "";
  }

  /**
   * The forms for machines that it can be written in, by the ending of their addresses: {@code
   * atom}, {@code feed.json}, {@code csv}, {@code hsds.json}. Any other is not found.
   */
  default Set<String> forms() {
    return Set.of();
  }

  /**
   * Its text in one of those forms; the same for the same content, whenever it is asked for.
   *
   * @throws IllegalArgumentException for another form
   */
  default String form(String ending, Publication publication) {
    throw new IllegalArgumentException(ending);
  }

  /** Style that only some widgets of its type need, besides that of the type; empty for none. */
  default String css() {
    return "";
  }

  /** What the page's head tells search engines, as JSON-LD; empty for nothing. */
  default String structuredData(Publication publication) {
    return "";
  }
}
