package org.handbill.widget.type.resources.feed;

import java.net.URI;
import java.util.Optional;
import org.handbill.widget.type.resources.entry.Addresses;
import org.jsoup.nodes.Element;

/**
 * What the relative addresses in a feed are relative to (XML Base; RFC 4287, 2).
 *
 * @param site what they are relative to where no {@code xml:base} is stated: the address that the
 *     feed gives as its site's, which is what feeds without one mean
 */
record XmlBase(URI site) {

  private static final String ATTRIBUTE = "xml:base";

  /**
   * Notes at each element that has an {@code xml:base} where that is; each is relative to the next
   * outer one.
   *
   * @param feed where the feed itself is, which the outermost is relative to
   */
  static void note(Element root, URI feed) {
    root.stream()
        .filter(element -> element.hasAttr(ATTRIBUTE))
        .forEach(
            element ->
                new Addresses(noted(element).orElse(feed))
                    .resolve(element.attr(ATTRIBUTE))
                    .ifPresent(base -> element.setBaseUri(base.toString())));
  }

  /** The base that an element or what is around it states. */
  static Optional<URI> noted(Element element) {
    return Optional.of(element.baseUri()).filter(base -> !base.isEmpty()).map(URI::create);
  }

  /** An address that stands in an element; empty where it leads nowhere. */
  Optional<URI> resolve(Element element, String address) {
    return new Addresses(noted(element).orElse(site)).resolve(address);
  }
}
