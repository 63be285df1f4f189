package org.handbill.widget.type.resources;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Problems;
import org.handbill.widget.type.resources.entry.Item;

/**
 * How a list is shown.
 *
 * @param layout the arrangement of its entries
 * @param deadLinks what becomes of an entry whose link is gone
 * @param quickExit where a visitor who must leave at once is sent; empty for no such button
 */
record Look(Layout layout, DeadLinks deadLinks, Optional<URI> quickExit) {

  private static final String ARCHIVE = "https://web.archive.org/web/";

  /** The arrangement of entries. */
  enum Layout {
    /** Title, summary and further links, one below the other. */
    LIST,
    /** Titles only. */
    COMPACT,
    /** A card each, with its picture. */
    CARDS,
    /** A tile with a still and a play button each; nothing is asked of the videos' host. */
    VIDEOS;

    /** Where the picture is that stands with an entry: its source's, or a still of its video. */
    Optional<URI> picture(Item item) {
      return switch (this) {
        case LIST, COMPACT -> Optional.empty();
        case CARDS -> item.facts().picture();
        case VIDEOS -> item.facts().picture().or(() -> Player.of(item).flatMap(Player::still));
      };
    }

    /** The word that stands for it in the editor's file and in class names. */
    String param() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of an entry whose link is gone. */
  enum DeadLinks {
    /** It stays, and says so. */
    MARK,
    /** It is left out. */
    HIDE,
    /** An archived copy stands in. */
    ARCHIVE
  }

  /** Reads the keys of a file that has passed the schema. */
  static Look of(Node file, Problems problems) {
    return new Look(
        file.text("layout").map(Look::constant).map(Layout::valueOf).orElse(Layout.LIST),
        file.text("dead-links").map(Look::constant).map(DeadLinks::valueOf).orElse(DeadLinks.MARK),
        file.get("quick-exit").flatMap(url -> url.uri(problems)));
  }

  /** Where readers are led instead of an entry whose link is gone; empty where they are not. */
  Optional<String> archive(Item item, Map<URI, LinkHealth> health) {
    return archive(item.url(), health)
        .map(copy -> item.facts().archive().map(URI::toString).orElse(copy));
  }

  /** Where readers are led instead of a link that is gone; empty where they are not. */
  Optional<String> archive(URI link, Map<URI, LinkHealth> health) {
    return deadLinks == DeadLinks.ARCHIVE && Freshness.isDead(link, health)
        ? Optional.of(ARCHIVE + link)
        : Optional.empty();
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
