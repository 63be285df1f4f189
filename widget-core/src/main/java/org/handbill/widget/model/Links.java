package org.handbill.widget.model;

import java.net.URI;

/** Addresses of the widget server; they all come from its public URL. */
public interface Links {

  /** The public URL itself, ending in {@code /}. */
  URI base();

  /** The widget's whole page, in the form that the current snippet was asked for. */
  URI page();

  /** Where a submission goes. */
  URI submit();

  /** A picture of the widget's, by the name that its {@link Material} has for it. */
  default URI picture(String name) {
    return base().resolve("pictures/" + name);
  }

  /** What an address of a draft carries as {@code preview}, to be let in; empty for all others. */
  default String preview() {
    return "";
  }

  /** The widget in a form for machines, by the ending of its address; see {@link Content#forms}. */
  URI form(String ending);
}
