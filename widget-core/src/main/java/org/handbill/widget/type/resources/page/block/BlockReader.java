package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.steer.Chosen;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Walks through content in the order of the document and lays it out as blocks. */
public final class BlockReader {

  private static final Set<String> SECTIONS =
      Set.of(
          "article", "section", "main", "aside", "details", "fieldset", "figure", "td", "th", "dd");

  private static final Set<String> NAMING = Set.of("summary", "legend", "caption", "dt");

  private static final Pattern COPYRIGHT =
      Pattern.compile("(?iu)^(?:©|\\(c\\)\\s*\\d{4}|copyright\\s+(?:©|\\(c\\)|\\d{4}))");

  private static final int MOST_WITHOUT_LINKS = 3;

  private final Anchors anchors;
  private final Chosen chosen;
  private final List<Block> blocks = new ArrayList<>();
  private final TableBlocks tables;
  private final ListBlocks lists;

  private BlockReader(Anchors anchors, Chosen chosen) {
    this.anchors = anchors;
    this.chosen = chosen;
    this.tables = new TableBlocks(anchors, blocks, this::contained);
    this.lists = new ListBlocks(anchors, blocks, this::contained, this::block);
  }

  /** Reads a part of a page, in its order. */
  public static List<Block> read(Element root, Anchors anchors, Chosen chosen) {
    BlockReader reader = new BlockReader(anchors, chosen);
    reader.children(root.childNodes());
    return chosen.groups().isEmpty() ? reader.blocks : unsectioned(reader.blocks);
  }

  /** Under headings that the editor chose, a group ends where the next begins. */
  private static List<Block> unsectioned(List<Block> blocks) {
    return blocks.stream()
        .map(
            block ->
                block instanceof Block.Open
                    ? new Block.Open(false)
                    : block instanceof Block.Close ? new Block.Close(false) : block)
        .toList();
  }

  private void contained(Element container) {
    boolean section =
        SECTIONS.contains(container.normalName())
            || container.children().stream().anyMatch(this::opensPart);
    blocks.add(new Block.Open(section));
    children(container.childNodes());
    blocks.add(new Block.Close(section));
  }

  /** Whether what unfolds a part stands here, alone or in a frame of its own. */
  private boolean opensPart(Element child) {
    return anchors.level(child) == Headings.MINOR
        || (child.childrenSize() == 1
            && anchors.level(child.child(0)) == Headings.MINOR
            && child.text().equals(child.child(0).text()));
  }

  /** Blocks are read one by one; what stands between them is a paragraph that nothing marks. */
  private void children(List<Node> nodes) {
    List<Node> run = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Element element && standsAlone(element)) {
        paragraph(run);
        run = new ArrayList<>();
        block(element);
      } else {
        run.add(node);
      }
    }
    paragraph(run);
  }

  private boolean standsAlone(Element element) {
    return anchors.level(element) > 0
        || chosen.around().contains(element)
        || NAMING.contains(element.normalName())
        || isBlock(element)
        || holdsBlock(element);
  }

  private static boolean holdsBlock(Element element) {
    for (Element child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (isBlock(child) || holdsBlock(child)) {
        return true;
      }
    }
    return false;
  }

  /** A drawing stands among the words. */
  private static boolean isBlock(Element element) {
    return element.isBlock() && !element.nameIs("svg");
  }

  private void block(Element element) {
    if (chosen.items().contains(element)) {
      chosen(element);
      return;
    }
    int level = anchors.level(element);
    if (level > 0) {
      heading(element, level);
      return;
    }
    if (anchors.at(element) != null) {
      entry(element, tokens(List.of(element)), true);
      return;
    }
    if (!chosen.items().isEmpty() && chosen.around().contains(element)) {
      contained(element);
      return;
    }
    boolean linked = anchors.in(element) > 0;
    switch (element.normalName()) {
      case "ul", "ol", "menu", "dir" -> {
        if (linked) {
          lists.read(element);
        }
      }
      case "li" -> lists.item(element, true, false);
      case "dl" -> definitions(element);
      case "table" -> tables.read(element);
      case "summary", "legend", "caption", "dt" -> heading(element, anchors.minor());
      case "figure" -> {
        if (linked && element.selectFirst(Selectors.PARTED) != null) {
          contained(element);
        } else if (linked) {
          entry(element, tokens(element.childNodes()), element.hasText());
        }
      }
      default -> {
        if (linked || anchors.headingIn(element) || holdsBlock(element)) {
          container(element);
        } else {
          paragraph(element.childNodes());
        }
      }
    }
  }

  /**
   * An element that the editor chose is one entry; a heading in it that is no link is its title.
   */
  private void chosen(Element element) {
    if (anchors.in(element) == 0) {
      return;
    }
    Element heading = element.selectFirst(Selectors.HEADING);
    boolean titled = heading != null && heading.hasText() && anchors.in(heading) == 0;
    Set<Element> apart = titled && heading != null ? Set.of(heading) : Set.of();
    String title = titled && heading != null ? PlainText.line(heading.text()) : "";
    blocks.add(new Block.Chosen(title, Tokens.of(element.childNodes(), anchors, apart)));
  }

  private void container(Element element) {
    if (holdsBlock(element) || anchors.headingIn(element)) {
      contained(element);
    } else {
      paragraph(element.childNodes());
    }
  }

  private void heading(Element element, int level) {
    List<Token> tokens = Tokens.of(List.of(element), anchors, Set.of());
    List<Anchor> links = Tokens.links(tokens);
    String text = PlainText.line(element.text());
    if (HeadingEntry.is(element, text, links)) {
      entry(element, tokens, false);
    } else if (!text.isEmpty() || !links.isEmpty()) {
      blocks.add(new Block.Heading(level, text, tokens, links));
    }
  }

  private void paragraph(List<Node> nodes) {
    if (nodes.stream().allMatch(node -> node instanceof TextNode text && text.isBlank())) {
      return;
    }
    if (linksIn(nodes) == 0) {
      List<Token> tokens = tokens(nodes);
      int bold = Headings.bold(nodes) ? tokens.size() : boldLine(nodes, tokens);
      if (bold > 0) {
        List<Token> title = tokens.subList(0, bold);
        boolean entry = bold < tokens.size() && entryBelow(nodes.get(0).parent());
        int level = entry ? Headings.IDLE : anchors.minor();
        blocks.add(new Block.Heading(level, Lines.text(title), title, List.of()));
        tokens = tokens.subList(bold, tokens.size());
      }
      if (!Lines.text(tokens).isEmpty()) {
        blocks.add(new Block.Text(tokens));
      }
      return;
    }
    Element owner = owner(nodes);
    List<Token> tokens = tokens(nodes);
    if (COPYRIGHT.matcher(Lines.text(tokens)).find()) {
      return;
    }
    for (TitledLines.Part part : TitledLines.parts(tokens, boldLine(nodes, tokens))) {
      if (part.title().isEmpty()) {
        entry(owner, part.rest(), false);
        continue;
      }
      boolean section = !part.bold();
      if (section) {
        blocks.add(new Block.Open(true));
      }
      blocks.add(
          new Block.Heading(anchors.minor(), Lines.text(part.title()), part.title(), List.of()));
      if (!part.rest().isEmpty()) {
        entry(owner, part.rest(), false);
      }
      if (section) {
        blocks.add(new Block.Close(true));
      }
    }
  }

  /**
   * Whether one of the next paragraphs, all of which begin with a bold line as this one does, has
   * links below it.
   */
  private boolean entryBelow(@Nullable Node paragraph) {
    Element next = paragraph instanceof Element element ? element.nextElementSibling() : null;
    for (int i = 0; i < MOST_WITHOUT_LINKS && next != null && next.nameIs("p"); i++) {
      if (boldLine(next.childNodes(), tokens(next.childNodes())) == 0) {
        return false;
      }
      if (anchors.in(next) > 0) {
        return true;
      }
      next = next.nextElementSibling();
    }
    return false;
  }

  /** Where a paragraph begins with a line all in bold, the position of its line break, else 0. */
  private int boldLine(List<Node> nodes, List<Token> tokens) {
    for (int i = 1; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Element element && element.normalName().equals("br")) {
        List<Node> line = nodes.subList(0, i);
        return linksIn(line) == 0 && Headings.bold(line) ? tokens(line).size() : 0;
      }
    }
    return BoldLine.end(tokens);
  }

  private List<Token> tokens(List<? extends Node> nodes) {
    return Tokens.of(nodes, anchors, Set.of());
  }

  private int linksIn(List<Node> nodes) {
    int links = 0;
    for (Node node : nodes) {
      links += node instanceof Element element ? anchors.in(element) : 0;
    }
    return links;
  }

  private static Element owner(List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Element element) {
        return element;
      }
    }
    throw new IllegalArgumentException("A paragraph with links holds elements");
  }

  private void definitions(Element list) {
    if (Fields.of(list)) {
      fields(list);
      return;
    }
    blocks.add(new Block.Open(true));
    for (Element child : list.children()) {
      if (child.normalName().equals("div")) {
        child.children().forEach(this::block);
      } else {
        block(child);
      }
    }
    blocks.add(new Block.Close(true));
  }

  /** What is said of the entry above, a line for each field. */
  private void fields(Element list) {
    List<Token> line = new ArrayList<>();
    for (Element part : list.select(Selectors.FIELD)) {
      if (part.normalName().equals("dt")) {
        field(list, line);
        line = new ArrayList<>();
        line.add(new Token.Words(PlainText.line(part.text()) + ": ", List.of()));
      } else {
        line.addAll(tokens(part.childNodes()));
      }
    }
    field(list, line);
  }

  private void field(Element list, List<Token> line) {
    if (line.stream().anyMatch(Token.Linked.class::isInstance)) {
      entry(list, line, false);
    } else if (!line.isEmpty()) {
      blocks.add(new Block.Text(line));
    }
  }

  private void entry(Element element, List<Token> tokens, boolean alone) {
    if (chosen.items().isEmpty()) {
      blocks.add(new Block.Entry(element, tokens, alone));
    }
  }
}
