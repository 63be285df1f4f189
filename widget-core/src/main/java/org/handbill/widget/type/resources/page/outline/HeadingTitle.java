package org.handbill.widget.type.resources.page.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Anchor;
import org.handbill.widget.type.resources.page.block.Block;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.block.Token;

/** What a heading calls the links in it. */
final class HeadingTitle {

  private static final Pattern HOLLOW = Pattern.compile("[(\\[]\\s*[)\\]]");

  private HeadingTitle() {}

  /** The title of the entry that a heading with links is. */
  static String of(Block.Heading heading) {
    String beside = beside(heading);
    String text = beside.isEmpty() ? Titles.fromText(heading.text()) : beside;
    return text.isEmpty() ? Draft.ownTitle(heading.links().get(0)) : text;
  }

  /** The words of a heading in which no more than “see all” is a link; empty for any other. */
  static String beside(Block.Heading heading) {
    if (heading.links().isEmpty() || heading.links().stream().anyMatch(Anchor::names)) {
      return "";
    }
    List<Token> words =
        heading.tokens().stream().filter(token -> !(token instanceof Token.Linked)).toList();
    String text = Titles.trimmed(HOLLOW.matcher(Lines.text(words)).replaceAll(" "));
    return WeakTitles.idle(text) ? "" : Titles.fromText(text);
  }
}
