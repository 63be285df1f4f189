package org.handbill.widget.type.resources;

import java.util.List;
import org.handbill.widget.model.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the template shows.
 *
 * @param t the texts of Handbill's own
 * @param notice what to say where something is missing; empty for nothing
 * @param exit where a visitor who must leave at once is sent; empty for no such button
 * @param finder the search; null for a list that is short enough to see
 * @param script what the script needs
 * @param answer what came of a search, in words; empty where nothing was looked for
 * @param whole the whole list's address, where less than it is shown; empty else
 * @param layout the arrangement of entries
 * @param sections the groups
 * @param print where all entries stand on one page; empty where these are all
 * @param next where the next entries are; empty where these are the last
 * @param updated the day of the last change, in words; empty where nothing tells
 */
public record ResourcesView(
    Messages.Texts t,
    String notice,
    String exit,
    @Nullable Finder finder,
    Script script,
    String answer,
    String whole,
    String layout,
    List<Section> sections,
    String print,
    String next,
    String updated) {

  /** Whether a press has to find the script that plays videos in their place. */
  public boolean plays() {
    return sections.stream().flatMap(part -> part.rows().stream()).anyMatch(Row::plays);
  }

  /**
   * The search.
   *
   * @param action where it is answered
   * @param kept what goes along with it
   * @param typed what was looked for
   * @param longest how much can be typed
   * @param choices what it can be narrowed by
   */
  public record Finder(
      String action, List<Kept> kept, String typed, int longest, List<Choice> choices) {}

  /** A value that goes along with a search. */
  public record Kept(String name, String value) {}

  /** A way to narrow a search. */
  public record Choice(String name, String label, List<Option> options) {}

  /**
   * One of its values.
   *
   * @param language of the text, where it is another than the list's; empty else
   */
  public record Option(String value, String text, String language, boolean chosen) {}

  /**
   * What the script needs to know.
   *
   * @param index where all entries are
   * @param page the list's page, to which an entry's name is added
   */
  public record Script(String index, String page) {}

  /**
   * A group.
   *
   * @param count how many entries it has, in words
   * @param open whether it is unfolded at first
   * @param rows the entries that are shown at once
   * @param more where all are; empty where these are all
   * @param all what leads there, in words
   */
  public record Section(
      String title, String count, boolean open, List<Row> rows, String more, String all) {}

  /**
   * An entry.
   *
   * @param id its name in URLs
   * @param folded the words it is found by; empty outside the index
   * @param group its group's number
   * @param languages those it is marked with, with a space between
   * @param away whether its link opens beside the page
   * @param player what a frame in its place would show after a press; empty for none
   * @param picture where its picture is; empty for none
   * @param badges its language where that is another than the list's, and its kind
   * @param origin who offers it, and how fresh it is
   * @param summary cleaned HTML
   */
  public record Row(
      String id,
      String folded,
      int group,
      String languages,
      String kind,
      Target target,
      boolean away,
      String player,
      String picture,
      List<Badge> badges,
      List<String> origin,
      String summary,
      List<Target> links) {

    boolean plays() {
      return !player.isEmpty();
    }
  }

  /** A short mark beside a link, in a language of its own where it has one. */
  public record Badge(String text, String language) {}

  /**
   * A link.
   *
   * @param language of what it leads to, where it is another than the list's; empty else
   * @param dir of that language; empty else
   * @param note what to know before following it; empty for nothing
   */
  public record Target(String title, String url, String language, String dir, String note) {}
}
