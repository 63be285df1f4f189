package org.handbill.widget;

/** What a request for a widget means. */
public sealed interface Resolution {

  /** A snippet that exists. */
  record Found(SnippetKey key) implements Resolution {}

  /** No such widget. */
  record UnknownWidget() implements Resolution {}

  /**
   * A value that is not of its form.
   *
   * @param parameter the name of the query parameter
   * @param allowed what may stand there
   */
  record BadParameter(String parameter, String allowed) implements Resolution {}
}
