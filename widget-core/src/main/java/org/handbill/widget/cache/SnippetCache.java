package org.handbill.widget.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.handbill.widget.render.Rendered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rendered snippets by key: bounded by their bytes, rendered once for many askers, rendered anew in
 * the background. When rendering anew fails, the last good one stays. Thread-safe.
 *
 * @param <K> the key, of values that the network's files name; nothing that a stranger typed
 */
public final class SnippetCache<K> {

  private static final Logger LOG = LoggerFactory.getLogger(SnippetCache.class);

  private final LoadingCache<K, Rendered> cache;
  private final LongSupplier edition;

  /**
   * @param render renders a key, or returns null for one that is no more
   * @param edition the edition that is served now
   * @param maxBytes how much is kept
   * @param background where rendering anew runs
   */
  public SnippetCache(
      Function<K, @Nullable Rendered> render,
      LongSupplier edition,
      long maxBytes,
      Executor background) {
    this.edition = edition;
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((K key, Rendered rendered) -> rendered.weight())
            .executor(background)
            .build(render::apply);
  }

  /** The snippet if it is ready; never renders and never waits. */
  public @Nullable Rendered ready(K key) {
    return cache.getIfPresent(key);
  }

  /**
   * The snippet, rendered by the first who asks while the others wait; null for one that is no
   * more.
   */
  public @Nullable Rendered get(K key) {
    Rendered rendered = cache.get(key);
    if (rendered != null && rendered.edition() < edition.getAsLong()) {
      refresh(key); // the edition changed while this was being rendered, unseen by refresh()
    }
    return rendered;
  }

  /** Renders everything anew in the background; what is there is served until then. */
  public void refresh() {
    List.copyOf(cache.asMap().keySet()).forEach(this::refresh);
  }

  private void refresh(K key) {
    var unused =
        cache
            .refresh(key)
            .exceptionally(
                failure -> {
                  LOG.warn("{} could not be rendered anew; the last good one stays", key, failure);
                  return null;
                });
  }

  /** How many snippets are kept, near enough. */
  public long size() {
    return cache.estimatedSize();
  }
}
