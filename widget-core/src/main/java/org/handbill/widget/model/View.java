package org.handbill.widget.model;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a type shows to one audience.
 *
 * @param template the jte template of the widget's body, as a path on the class path
 * @param model the template's parameters; a template may also declare {@code boolean page}, true
 *     where the widget is a page of its own, so that its headings are one level higher
 * @param data what the JSON form adds to the common members: a record or a map
 * @param fallback where the plain link leads instead of the widget's own page
 * @param formTargets where forms of the widget send what is filled in, if not to the widget server,
 *     so that the policy of the widget's own page lets them
 * @param improvement what a browser loads for it
 * @param frames whose frames it may show once a visitor asks for one, as origins, for the policies
 *     of the pages that it stands on
 */
public record View(
    String template,
    Map<String, Object> model,
    Object data,
    Optional<URI> fallback,
    List<URI> formTargets,
    Improvement improvement,
    List<URI> frames) {

  public View {
    formTargets = List.copyOf(formTargets);
    frames = List.copyOf(frames);
  }

  /** One that shows no frames of others. */
  public View(
      String template,
      Map<String, Object> model,
      Object data,
      Optional<URI> fallback,
      List<URI> formTargets,
      Improvement improvement) {
    this(template, model, data, fallback, formTargets, improvement, List.of());
  }

  /** One without forms, or with forms that send to the widget server. */
  public View(String template, Map<String, Object> model, Object data, Optional<URI> fallback) {
    this(template, model, data, fallback, List.of(), Improvement.NONE, List.of());
  }

  /** The same, improved in browsers with scripts. */
  public View with(Improvement improvement) {
    return new View(template, model, data, fallback, formTargets, improvement, frames);
  }

  /** The same, with frames from these origins once a visitor asks for one. */
  public View framing(List<URI> origins) {
    return new View(template, model, data, fallback, formTargets, improvement, origins);
  }
}
