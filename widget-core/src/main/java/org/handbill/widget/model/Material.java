package org.handbill.widget.model;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;

/**
 * What content is made of besides its definition, all of one moment.
 *
 * @param read what each source holds; a source that could never be read yet is absent
 * @param health how the links were when they were last followed; one that never was is absent
 * @param pictures the names of the pictures that are ready, by the address where each came from;
 *     see {@link Picture}
 * @param today for what begins or ends on a day, in UTC
 */
public record Material(
    Map<Source, SourceBytes> read,
    Map<URI, LinkHealth> health,
    Map<URI, String> pictures,
    LocalDate today) {

  /** Without pictures. */
  public Material(Map<Source, SourceBytes> read, Map<URI, LinkHealth> health, LocalDate today) {
    this(read, health, Map.of(), today);
  }

  public Material {
    read = Map.copyOf(read);
    health = Map.copyOf(health);
    pictures = Map.copyOf(pictures);
  }
}
