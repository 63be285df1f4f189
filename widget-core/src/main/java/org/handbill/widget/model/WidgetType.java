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
   * common.json#/$defs/…}, published beside it.
   */
  String schema();

  /** The CSS of the widget's body; selectors start at {@code .hb}. */
  String css();

  /** The type's own texts, those of the editor's problems included. */
  Messages messages();

  /**
   * Reads a file that has passed the schema.
   *
   * @param file the file
   * @param network the network it belongs to
   * @param problems takes what a schema cannot say; after an error the result is not used
   */
  Definition define(WidgetFile file, Network network, Problems problems);
}
