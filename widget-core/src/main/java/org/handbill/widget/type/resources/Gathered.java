package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.OutboundLink;
import org.handbill.widget.type.resources.entry.Group;

/**
 * What a list is made of.
 *
 * @param groups the groups, by the language of their readers; the same ones for each language
 * @param links where all of them lead
 * @param pictures where the pictures are that it would show
 * @param health how those links are
 * @param names of the pictures that are ready, by the address where each came from
 * @param updated when the newest source changed, where one tells
 * @param complete false while a source has never been read
 */
record Gathered(
    Function<Language, List<Group>> groups,
    List<OutboundLink> links,
    List<OutboundLink> pictures,
    Map<URI, LinkHealth> health,
    Map<URI, String> names,
    Optional<Instant> updated,
    boolean complete) {

  Gathered {
    links = List.copyOf(links);
    pictures = List.copyOf(pictures);
    health = Map.copyOf(health);
    names = Map.copyOf(names);
  }
}
