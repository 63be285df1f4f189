package org.handbill.widget.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What {@code handbill.yaml} says: who publishes, in which languages, and who shows it.
 *
 * @param name as people know it
 * @param url its own site
 * @param privacyUrl its privacy notice
 * @param image what stands for it where others make a card of a page
 * @param languages what content is written in
 * @param embedding whose pages may frame the widgets and send submissions
 * @param closed what is shown in place of each widget, once the network has ended
 * @param members in the file's order
 * @param editors the addresses that are told when a source breaks
 * @param deliveries where confirmed sign-ups go, in the file's order
 */
public record Network(
    String name,
    URI url,
    Optional<URI> privacyUrl,
    Optional<Image> image,
    Languages languages,
    Embedding embedding,
    Optional<Closing> closed,
    List<Member> members,
    List<String> editors,
    List<Delivery> deliveries) {

  public Network {
    members = List.copyOf(members);
    editors = List.copyOf(editors);
    deliveries = List.copyOf(deliveries);
  }

  /** The member of that id. */
  public Optional<Member> member(String id) {
    for (Member member : members) {
      if (member.id().equals(id)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /**
   * A picture on the network's own site. Visitors' browsers never load it; those who make a card of
   * a page do.
   *
   * @param width in pixels
   * @param height in pixels
   * @param alt what it shows, in words
   */
  public record Image(URI url, int width, int height, Localized<String> alt) {}

  /** Whose pages may frame the widgets and send submissions. */
  public enum Embedding {
    /** Any site. */
    ANYONE,
    /** The members' own origins, and the widget server itself. */
    MEMBERS
  }
}
