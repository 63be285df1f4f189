package org.handbill.widget.model;

import java.util.List;
import java.util.Optional;

/**
 * An organization that shows the network's widgets on its own site.
 *
 * @param id as in the query of a snippet: 1 to 64 of {@code a-z}, {@code 0-9} and {@code -}
 * @param name as people know it
 * @param origins its sites as origins (RFC 6454), {@code https://lakeside.example}
 * @param sourceCode how donation platforms and the CRM know it; empty for none
 * @param look how its widgets look
 * @param closed what its pages show in place of each widget, once it has left
 * @param deliveries where sign-ups of its own pages go, besides the network's
 */
public record Member(
    String id,
    String name,
    List<String> origins,
    String sourceCode,
    Look look,
    Optional<Closing> closed,
    List<Delivery> deliveries) {

  public Member {
    origins = List.copyOf(origins);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * What a member sets of its widgets' appearance; each part is checked where it is read.
   *
   * @param accent the colour of buttons and links
   * @param radius how round corners are, as a CSS length
   * @param font a CSS font-family list, or {@code inherit}
   */
  public record Look(Optional<Color> accent, Optional<String> radius, Optional<String> font) {

    /** Handbill's own. */
    public static final Look PLAIN = new Look(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
