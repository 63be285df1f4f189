package org.handbill.widget.model;

/**
 * A kind of widget: the extension point. The built-in types come in through it, and so can yours:
 * implement it, and add it to the builder of {@code Widgets}. Implementations are immutable and
 * thread-safe.
 *
 * <p>Templates are jte files on the class path, precompiled by jte's Maven plugin with its default
 * package name.
 */
public interface WidgetType {

  /** The word after {@code type:} in a widget's file; of the form of a {@link WidgetId}. */
  String name();

  /**
   * The JSON Schema (2020-12) of the whole file, as text. It may refer to {@code
   * common.json#/$defs/…}, published beside it. By default the file {@code schema.json} beside the
   * class.
   */
  default String schema() {
    return Beside.text(getClass(), "schema.json");
  }

  /**
   * The CSS of the widget's body; selectors start at {@code .hb}. By default the file beside the
   * class that has the type's name and the ending {@code .css}.
   */
  default String css() {
    return Beside.text(getClass(), name() + ".css");
  }

  /**
   * The type's own texts, those of the editor's problems included. By default the files {@code
   * messages_en.properties} … beside the class.
   */
  default Messages messages() {
    return Messages.beside(getClass());
  }

  /**
   * Reads a file that has passed the schema.
   *
   * @param file the file
   * @param network the network it belongs to
   * @param problems takes what a schema cannot say; after an error the result is not used
   */
  Definition define(WidgetFile file, Network network, Problems problems);

  /**
   * What stands in place of a widget of this type that has ended. By default the notice alone; a
   * type that others subscribe to tells them too.
   */
  default Closing closed(WidgetFile file, Closing closing) {
    return closing;
  }
}
