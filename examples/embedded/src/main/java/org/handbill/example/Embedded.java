package org.handbill.example;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;

/** Prints each widget of a network folder as HTML, with no server at all. */
public final class Embedded {

  private Embedded() {}

  /** Takes the folder and, if you like, a language. */
  public static void main(String... arguments) throws InvalidNetworkException {
    Path folder = Path.of(arguments[0]);
    Map<String, String> query = Map.of("lang", arguments.length > 1 ? arguments[1] : "en");
    URI publicUrl = URI.create("https://widgets.example.org");
    try (Widgets widgets = Widgets.of(folder).publicUrl(publicUrl).open()) {
      for (WidgetFile file : widgets.list()) {
        String id = file.id().value();
        if (widgets.resolve(id, Representation.HTML, query) instanceof Resolution.Found found) {
          Rendered snippet = widgets.snippet(found.key());
          System.out.println(snippet == null ? "" : snippet.text());
        }
      }
    }
  }
}
