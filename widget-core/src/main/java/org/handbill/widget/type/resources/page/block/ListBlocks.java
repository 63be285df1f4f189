package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists. An item without a link of its own, with a list below it, is the heading of that
 * list; but on a page with headings of its own, and where such items stand among entries, its words
 * go to the entries below it, so that the list stays one group.
 */
final class ListBlocks {

  private static final int LONGEST_TOPIC = 100;

  private final Anchors anchors;
  private final List<Block> blocks;
  private final Consumer<Element> container;
  private final Consumer<Element> block;

  /** The words of the topics around, inside a group that stays one. */
  private @Nullable Boolean outlined;

  private List<Token> topics = List.of();

  ListBlocks(
      Anchors anchors, List<Block> blocks, Consumer<Element> container, Consumer<Element> block) {
    this.anchors = anchors;
    this.blocks = blocks;
    this.container = container;
    this.block = block;
  }

  void read(Element list) {
    read(list, !variants(list));
  }

  private void read(Element list, boolean alone) {
    boolean mixed =
        !topics.isEmpty() || list.children().stream().anyMatch(this::entry) || outlined(list);
    boolean titled = list.children().stream().anyMatch(this::title);
    blocks.add(new Block.Open(titled));
    for (Element child : list.children()) {
      if (child.normalName().equals("ul") || child.normalName().equals("ol")) {
        read(child);
      } else if (title(child)) {
        title(child, Tokens.of(List.of(child), anchors, Set.of()));
      } else {
        item(child, alone, mixed);
      }
    }
    blocks.add(new Block.Close(titled));
  }

  /** Whether a heading, or a short line before an item, stands in the list without being one. */
  private boolean title(Element child) {
    Element next = child.nextElementSibling();
    return !child.normalName().equals("li")
        && !child.is(Selectors.LIST)
        && anchors.in(child) == 0
        && next != null
        && next.normalName().equals("li")
        && (anchors.level(child) > 0
            || (Titles.TELLING.matcher(child.text()).find()
                && child.text().length() <= LONGEST_TOPIC));
  }

  private void title(Element child, List<Token> words) {
    if (anchors.level(child) > 0) {
      block.accept(child);
    } else {
      blocks.add(new Block.Heading(anchors.minor(), Lines.text(words), words, List.of()));
    }
  }

  /** Whether the page is divided by headings, so that lists need not divide it again. */
  private boolean outlined(Element list) {
    if (outlined == null) {
      outlined = list.root().selectFirst("h2, h3, h4, h5, h6, [role=heading]") != null;
    }
    return outlined;
  }

  /** The item's own part comes first, then the lists in it. */
  void item(Element item, boolean alone, boolean mixed) {
    if (anchors.in(item) == 0 && !anchors.headingIn(item)) {
      return;
    }
    blocks.add(new Block.Open(true));
    if (anchors.headingIn(item) || item.selectFirst(Selectors.WITH_PARTS) != null) {
      container.accept(item);
    } else {
      Set<Element> nested = nested(item);
      List<Token> around = topics;
      List<Token> own = Tokens.of(List.of(item), anchors, nested);
      if (own.stream().anyMatch(Token.Linked.class::isInstance)) {
        blocks.add(new Block.Entry(item, joined(topics, own), alone));
        topics = List.of();
        nested.forEach(list -> read(list, !companions(list)));
      } else {
        boolean bold = topics.isEmpty() && BoldLine.whole(own) && !addressed(nested);
        topic(own, mixed && !bold && !nested.stream().allMatch(this::variants));
        nested.forEach(this::read);
      }
      topics = around;
    }
    blocks.add(new Block.Close(true));
  }

  /** Whether all that the lists hold is one address, which the words above name. */
  private boolean addressed(Set<Element> lists) {
    List<Anchor> links =
        lists.stream()
            .flatMap(list -> list.select(Selectors.ANY_LINK).stream())
            .map(anchors::at)
            .filter(Objects::nonNull)
            .toList();
    return links.size() == 1 && Titles.addressLike(links.get(0).text());
  }

  private void topic(List<Token> words, boolean mixed) {
    String text = Lines.text(words);
    if (text.isEmpty() || text.length() > LONGEST_TOPIC) {
      return;
    }
    if (mixed) {
      topics = joined(topics, words);
    } else {
      blocks.add(new Block.Heading(anchors.minor(), text, words, List.of()));
    }
  }

  private static List<Token> joined(List<Token> above, List<Token> below) {
    if (above.isEmpty()) {
      return below;
    }
    List<Token> joined = new ArrayList<>(above);
    joined.add(Token.Break.LINE);
    joined.addAll(below);
    return joined;
  }

  /** Whether the item has a link of its own. */
  private boolean entry(Element item) {
    return anchors.in(item) > nested(item).stream().mapToInt(anchors::in).sum();
  }

  private boolean variants(Element list) {
    return list.select(Selectors.ANY_LINK).stream()
        .map(anchors::at)
        .allMatch(link -> link == null || (!link.names() && !Titles.addressLike(link.text())));
  }

  /** Whether its links are no more than numbers, addresses and forms of what it stands under. */
  private boolean companions(Element list) {
    return list.select(Selectors.ANY_LINK).stream()
        .map(anchors::at)
        .noneMatch(link -> link != null && link.names());
  }

  private Set<Element> nested(Element item) {
    Set<Element> nested = new LinkedHashSet<>();
    for (Element list : item.select(Selectors.LIST)) {
      if (!list.equals(item)
          && anchors.in(list) > 0
          && list.parents().stream().noneMatch(nested::contains)) {
        nested.add(list);
      }
    }
    return nested;
  }
}
