package org.handbill.widget.model;

import java.util.Locale;

/**
 * Something wrong in what an editor wrote.
 *
 * @param severity whether the folder can be served all the same
 * @param place where
 * @param key of the message, stable for programs
 * @param text what is wrong and what to write instead
 */
public record Problem(Severity severity, Place place, String key, String text) {

  /** How bad it is. */
  public enum Severity {
    /** The folder cannot be served. */
    ERROR,
    /** It can, but somebody will not get what was meant. */
    WARNING
  }

  /** One line, as {@code check} prints it. */
  @Override
  public String toString() {
    return place + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + text;
  }
}
