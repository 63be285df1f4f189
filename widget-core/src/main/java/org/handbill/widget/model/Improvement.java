package org.handbill.widget.model;

import java.util.Locale;

/**
 * What a browser with scripts loads for a widget once its visitor turns to it. Without it the
 * widget works through its own page.
 */
public enum Improvement {
  NONE,

  /** A form that posts to the widget server: it is sent in place, with its proof of work. */
  FORM,

  /** A resource list: it is searched in place, and the rest of its entries are brought. */
  LIST;

  /** What stands in the name of its file. */
  public String param() {
    return name().toLowerCase(Locale.ROOT);
  }
}
