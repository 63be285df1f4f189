package org.handbill.widget;

/** Facade. */
public final class Widgets {
  private Widgets() {}
}
