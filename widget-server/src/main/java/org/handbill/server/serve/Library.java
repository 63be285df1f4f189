package org.handbill.server.serve;

import java.util.Map;
import org.handbill.server.web.RequestTarget;
import org.handbill.server.web.Resource;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is answered from ready bytes: widgets in each form, and fixed files by path.
 * Thread-safe.
 */
public final class Library {

  private static final String PICTURES = "/pictures/";

  private final Widgets widgets;
  private final Map<String, Resource> files;

  /**
   * @param files by path, {@code /embed.js}
   */
  public Library(Widgets widgets, Map<String, Resource> files) {
    this.widgets = widgets;
    this.files = Map.copyOf(files);
  }

  /** What is ready for a target; never waits; null for what is not ready or not here at all. */
  public @Nullable Resource ready(RequestTarget target) {
    if (target instanceof RequestTarget.Widget widget) {
      return resolve(widget) instanceof Resolution.Found found && found.asked().isEmpty()
          ? resource(found, widgets.ready(found.key()))
          : null;
    }
    return target instanceof RequestTarget.Other other ? file(other.path()) : null;
  }

  private @Nullable Resource file(String path) {
    if (path.startsWith(PICTURES)) {
      return widgets
          .picture(path.substring(PICTURES.length()))
          .map(picture -> new Resource(picture, Freshness.IMMUTABLE))
          .orElse(null);
    }
    return files.get(path);
  }

  /** What a request for a widget means. */
  public Resolution resolve(RequestTarget.Widget widget) {
    return widgets.resolve(widget.id(), widget.as(), widget.query());
  }

  /** The snippet, rendered if need be; null when its widget has gone. */
  public @Nullable Resource load(Resolution.Found found) {
    if (!found.asked().isEmpty()) {
      Rendered searched = widgets.searched(found);
      return searched == null ? null : new Resource(searched, Freshness.NONE);
    }
    return resource(found, widgets.snippet(found.key()));
  }

  private @Nullable Resource resource(Resolution.Found found, @Nullable Rendered rendered) {
    if (rendered == null) {
      return null;
    }
    boolean draft = widgets.isDraft(found.key().widget());
    return new Resource(rendered, draft ? Freshness.NONE : Freshness.SHORT);
  }
}
