package org.handbill.widget;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.source.NetworkFolder;
import org.handbill.widget.source.Sources;

/**
 * All that an edition is made of, read at one moment.
 *
 * @param problems what is wrong with the folder, or with reading its sources
 * @param usable whether an edition can be made of it
 */
record Reading(Material material, List<Problem> problems, boolean usable) {

  static Reading of(
      Path root, NetworkFolder folder, Sources sources, Map<URI, LinkHealth> health, Clock clock) {
    Problems found = new Problems();
    LocalDate today = today(clock);
    Sources.Scales scales =
        (source, bytes, problems) -> folder.entries(source, bytes, today, problems);
    Map<Source, SourceBytes> read = sources.read(root, sourcesOf(folder), scales, found);
    List<Problem> all = new ArrayList<>(folder.problems());
    all.addAll(found.list());
    return new Reading(
        new Material(read, health, today), all, folder.usable() && !found.hasErrors());
  }

  /**
   * The same with pictures.
   *
   * @param names of those that are ready, by the address where each came from
   */
  Reading with(Map<URI, String> names) {
    Material all = new Material(material.read(), material.health(), names, material.today());
    return new Reading(all, problems, usable);
  }

  static List<Source> sourcesOf(NetworkFolder folder) {
    return folder.widgets().values().stream()
        .flatMap(widget -> widget.definition().sources().stream())
        .toList();
  }

  /** The day, in UTC. */
  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
