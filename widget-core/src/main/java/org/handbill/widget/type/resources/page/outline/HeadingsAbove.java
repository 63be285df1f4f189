package org.handbill.widget.type.resources.page.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The headings that a place of the page stands under. One ends with its section; but the page's own
 * title reaches to the end, and so does a heading that is alone in its section, as site builders
 * make them, up to the end of what is around it.
 */
final class HeadingsAbove {

  /** One of them. */
  static final class Above {
    final int level;
    final String title;
    private final @Nullable Integer container;

    /** Whether an entry of its own stands under it. */
    boolean used;

    /** Whether titles of entries of the same level stand under it. */
    private boolean holds;

    /** Whether words or entries stand between it and the end of its section. */
    private boolean filled;

    private Above(@Nullable Integer container, int level, String title) {
      this.container = container;
      this.level = level;
      this.title = title;
    }
  }

  private final List<Above> headings = new ArrayList<>();
  private final Deque<Integer> sections = new ArrayDeque<>();
  private @Nullable Above ofPage;

  void openSection() {
    sections.push(headings.size());
  }

  void closeSection() {
    int size = sections.pop();
    boolean last = sections.isEmpty();
    headings
        .subList(size, headings.size())
        .removeIf(heading -> last || (heading.filled && heading != ofPage));
  }

  /** Notes that words or entries stand here. */
  void fill() {
    headings.forEach(heading -> heading.filled = true);
  }

  /**
   * Ends those that a heading ends.
   *
   * @param item whether it is the title of an entry; then one of the same level with nothing of its
   *     own yet stays above it, and above the next of them
   */
  void end(int level, boolean item) {
    int base = sections.isEmpty() ? 0 : sections.peek();
    while (headings.size() > base && ends(headings.get(headings.size() - 1), level, item)) {
      headings.remove(headings.size() - 1);
    }
    Above left = nearest();
    if (left != null && item && left.level == level) {
      left.holds = true;
    }
  }

  private static boolean ends(Above above, int level, boolean item) {
    boolean empty = !above.used && !above.filled;
    return above.level > level || (above.level == level && !(item && (empty || above.holds)));
  }

  /**
   * Adds one.
   *
   * @param container where the container begins that it stands in
   */
  void add(@Nullable Integer container, int level, String title) {
    Above heading = new Above(container, level, title);
    headings.add(heading);
    if (level == 1 && ofPage == null) {
      ofPage = heading;
    }
  }

  /** The nearest, where it stands in a container with nothing below it yet. */
  @Nullable Above beside(@Nullable Integer container) {
    Above nearest = nearest();
    return nearest != null && !nearest.used && Objects.equals(nearest.container, container)
        ? nearest
        : null;
  }

  /** What the nearest is called, where no entry stands under it yet. */
  @Nullable String unusedTitle() {
    Above nearest = nearest();
    return nearest == null || nearest.used ? null : nearest.title;
  }

  /** The nearest. */
  @Nullable Above nearest() {
    return headings.isEmpty() ? null : headings.get(headings.size() - 1);
  }
}
