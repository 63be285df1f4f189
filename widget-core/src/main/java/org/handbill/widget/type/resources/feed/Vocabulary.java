package org.handbill.widget.type.resources.feed;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The vocabularies that feeds borrow elements from. */
enum Vocabulary {
  DUBLIN_CORE("dc", "http://purl.org/dc/elements/1.1/"),
  TERMS("dcterms", "http://purl.org/dc/terms/"),
  CONTENT("content", "http://purl.org/rss/1.0/modules/content/"),
  MEDIA("media", "http://search.yahoo.com/mrss/");

  private final String prefix;
  private final String namespace;

  Vocabulary(String prefix, String namespace) {
    this.prefix = prefix;
    this.namespace = namespace;
  }

  /** True for its elements, also where a feed forgets to declare the usual prefix. */
  boolean has(Element element) {
    return element.tag().namespace().equals(namespace) || element.tag().prefix().equals(prefix);
  }

  /** The first child of that name. */
  Optional<Element> in(Element parent, String name) {
    return parent.children().stream()
        .filter(child -> child.tag().localName().equals(name) && has(child))
        .findFirst();
  }

  /** The children in a feed's own vocabulary: they have their parent's prefix, mostly none. */
  static Stream<Element> own(Element parent, String name) {
    return parent.children().stream()
        .filter(
            child ->
                child.tag().localName().equals(name)
                    && child.tag().prefix().equals(parent.tag().prefix()));
  }
}
