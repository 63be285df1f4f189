package org.handbill.widget.source;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.LinkHealth;

/** Remembers nothing, but for what a test lets it. */
public class NoMemory implements SourceMemory {

  @Override
  public Optional<Kept> source(URI uri) {
    return Optional.empty();
  }

  @Override
  public void keep(Kept source) {}

  @Override
  public boolean accepted(URI uri, Instant since) {
    return false;
  }

  @Override
  public Map<URI, LinkHealth> health(Collection<URI> links) {
    return Map.of();
  }

  @Override
  public void keep(Map<URI, LinkHealth> links) {}
}
