package org.handbill.widget.type.resources.page.outline;

import java.util.ArrayList;
import java.util.List;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Lines;
import org.handbill.widget.type.resources.page.block.Token;
import org.jspecify.annotations.Nullable;

/** Paragraphs without a link that no entry has taken yet. */
final class PendingTexts {

  /**
   * A paragraph.
   *
   * @param position where it stands
   * @param below whether it may be said of the entry above it
   */
  private record Pending(List<Token> tokens, int position, boolean below) {}

  private final List<Pending> pending = new ArrayList<>();

  void add(List<Token> tokens, int position, boolean below) {
    pending.add(new Pending(tokens, position, below));
  }

  void dropAfter(int position) {
    pending.removeIf(text -> text.position() > position);
  }

  /**
   * A short text right above a mere “download” as its title; the others become words about it.
   *
   * @param above the entry above
   */
  @Nullable String name(Draft draft, @Nullable Draft above) {
    pending.removeIf(text -> !Titles.TELLING.matcher(Lines.text(text.tokens())).find());
    if (pending.isEmpty()) {
      return null;
    }
    List<Lines.Line> lines = Lines.of(pending.get(0).tokens());
    String name = lines.isEmpty() ? "" : lines.get(0).text();
    boolean sentence = !WeakTitles.mayName(name);
    boolean same = above != null && !above.refs().isEmpty() && above.url().equals(draft.url());
    if (name.isEmpty() || same || (sentence && above != null)) {
      return null;
    }
    pending.remove(0);
    for (Pending text : pending) {
      draft.summarize(text.tokens(), Token.Break.PARAGRAPH);
    }
    pending.clear();
    return Titles.fromText(name);
  }

  /**
   * Makes those before a card with words of its own the summary of the entry above; but where those
   * words are sentences only, what stands right before the card may name it.
   */
  void flushBefore(int card, @Nullable Draft above) {
    List<Pending> own =
        new ArrayList<>(pending.stream().filter(text -> text.position() > card).toList());
    if (own.stream().noneMatch(text -> !WeakTitles.idle(Lines.text(text.tokens())))) {
      return;
    }
    int before = pending.size() - own.size();
    if (before > 0
        && WeakTitles.mayName(Lines.text(pending.get(before - 1).tokens()))
        && own.stream().noneMatch(text -> WeakTitles.mayName(Lines.text(text.tokens())))) {
      own.add(0, pending.get(before - 1));
    }
    pending.removeAll(own);
    flush(above);
    pending.addAll(own);
  }

  /** Makes them the summary of the entry above, where it has no words of its own yet. */
  void flush(@Nullable Draft above) {
    if (above != null && (above.headed() || !above.summarized())) {
      for (Pending text : pending) {
        if (text.below() && !Lines.text(text.tokens()).endsWith(":")) {
          above.summarize(text.tokens(), Token.Break.PARAGRAPH);
        }
      }
    }
    pending.clear();
  }
}
