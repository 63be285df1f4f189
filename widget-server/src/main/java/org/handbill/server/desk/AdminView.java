package org.handbill.server.desk;

import java.util.List;
import org.handbill.widget.model.Messages;

/**
 * What the desk's template shows.
 *
 * @param t the texts of Handbill's own
 * @param network who publishes
 * @param said what came of the last press of a button; empty for nothing
 * @param sound whether the folder on disk is the one that is served
 * @param problems what is wrong, in plain words
 * @param sources what lists are read from
 * @param counts how many links are how
 * @param links those that an editor should look at
 * @param mayAccept whether there is a token, so that something can be changed here
 */
public record AdminView(
    Messages.Texts t,
    String network,
    String said,
    boolean sound,
    List<String> problems,
    List<Source> sources,
    List<Count> counts,
    List<Link> links,
    boolean mayAccept) {

  /**
   * A source.
   *
   * @param url its address; of a file its path in the network folder
   * @param onTheWeb whether that can be followed
   */
  public record Source(
      String url,
      boolean onTheWeb,
      String state,
      String name,
      String since,
      String reason,
      String served) {}

  /** How many links are like that. */
  public record Count(String name, long count) {}

  /** A link. */
  public record Link(
      String widget, String url, String state, String name, String movedTo, String since) {}
}
