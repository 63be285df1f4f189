package org.handbill.widget;

import java.util.Map;

/** What a request for a widget means. */
public sealed interface Resolution {

  /**
   * A snippet that exists.
   *
   * @param asked what the request looks for in it, as it came; empty for the snippet as it is
   */
  record Found(SnippetKey key, Map<String, String> asked) implements Resolution {

    public Found {
      asked = Map.copyOf(asked);
    }
  }

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
