package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;

/**
 * Leaves out what no longer holds: entries past their last day and, where the list is set so, links
 * that are gone. An entry goes on with the links that are left to it, the first of them as its main
 * one. When more than half of a list's entries are gone together, that is an outage rather than the
 * end of each of them: nothing is hidden then, and readers see it marked. Days of changes that are
 * yet to come are left out, too.
 *
 * @param today in UTC
 * @param health how the links are
 * @param deadLinks what becomes of those that are gone
 */
record Freshness(LocalDate today, Map<URI, LinkHealth> health, Look.DeadLinks deadLinks) {

  /** The groups without it; one that has nothing left goes too. */
  List<Group> of(List<Group> groups) {
    List<Group> holding = each(groups, this::holding);
    return deadLinks != Look.DeadLinks.HIDE || deadOf(holding) > mostHidden(holding)
        ? holding
        : each(holding, this::live);
  }

  /** How many entries would be hidden if that left enough of the list; 0 where it does. */
  int spared(List<Group> groups) {
    List<Group> holding = each(groups, this::holding);
    int dead = deadOf(holding);
    return deadLinks == Look.DeadLinks.HIDE && dead > mostHidden(holding) ? dead : 0;
  }

  private static int mostHidden(List<Group> holding) {
    return size(holding) / 2;
  }

  private int deadOf(List<Group> holding) {
    return size(holding) - size(each(holding, this::live));
  }

  private static int size(List<Group> groups) {
    return groups.stream().mapToInt(group -> group.items().size()).sum();
  }

  /** The groups with what each entry becomes. */
  private static List<Group> each(List<Group> groups, Function<Item, Optional<Item>> becomes) {
    return groups.stream()
        .map(group -> new Group(group.title(), all(group.items().stream().map(becomes))))
        .filter(group -> !group.items().isEmpty())
        .toList();
  }

  private static List<Item> all(Stream<Optional<Item>> items) {
    return items.flatMap(Optional::stream).toList();
  }

  private Optional<Item> holding(Item item) {
    return Optional.of(item).filter(any -> any.facts().hold(today)).map(any -> any.asOf(today));
  }

  /** The entry with what is left of its links; empty where nothing is. */
  private Optional<Item> live(Item item) {
    List<Link> left = item.links().stream().filter(link -> !isDead(link.url(), health)).toList();
    Item rest = item.withOnly(left);
    if (!isDead(item.url(), health)) {
      return Optional.of(rest);
    }
    // A telephone number alone leads nobody to what the title names: then the entry stays, marked.
    Optional<Item> led = left.stream().filter(Link::isWeb).findFirst().map(rest::ledBy);
    return led.or(() -> left.isEmpty() ? Optional.empty() : Optional.of(rest));
  }

  static boolean isDead(URI url, Map<URI, LinkHealth> health) {
    LinkHealth found = health.get(url);
    return found != null && found.state() == LinkHealth.State.DEAD;
  }
}
