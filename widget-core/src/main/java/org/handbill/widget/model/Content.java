package org.handbill.widget.model;

import java.util.Map;
import java.util.Set;

/** Content that is ready to be shown to any audience. Immutable and thread-safe. */
public interface Content {

  /** What one audience sees. */
  View view(Audience audience, Links links);

  /**
   * Query parameters of its own and the values they have. Anything else in a URL changes nothing,
   * so that what strangers type makes no cache entry.
   */
  default Map<String, Set<String>> parameters() {
    return Map.of();
  }
}
