package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;

/**
 * Leaves out what no longer holds: entries past their last day and, where the list is set so, those
 * whose link is gone.
 *
 * @param today in UTC
 * @param health how the links are
 * @param deadLinks what becomes of those that are gone
 */
record Freshness(LocalDate today, Map<URI, LinkHealth> health, Look.DeadLinks deadLinks) {

  /** The groups without it; one that has nothing left goes too. */
  List<Group> of(List<Group> groups) {
    return groups.stream()
        .map(group -> new Group(group.title(), group.items().stream().filter(this::holds).toList()))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  private boolean holds(Item item) {
    boolean expired = item.facts().expires().filter(last -> last.isBefore(today)).isPresent();
    return !expired && !(deadLinks == Look.DeadLinks.HIDE && isDead(item.url(), health));
  }

  static boolean isDead(URI url, Map<URI, LinkHealth> health) {
    LinkHealth found = health.get(url);
    return found != null && found.state() == LinkHealth.State.DEAD;
  }
}
