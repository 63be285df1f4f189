package org.handbill.server.desk;

import java.util.List;
import org.handbill.widget.model.Messages;

/**
 * What the gallery's template shows.
 *
 * @param t the texts of Handbill's own
 * @param network who publishes
 * @param languages what can be chosen
 * @param members what can be chosen
 * @param themes what can be chosen
 * @param cards one a widget
 * @param style the style sheet's path
 * @param script the script's path
 */
public record GalleryView(
    Messages.Texts t,
    String network,
    List<Choice> languages,
    List<Choice> members,
    List<Choice> themes,
    List<Card> cards,
    String style,
    String script) {

  /** One thing that can be chosen. */
  public record Choice(String value, String name, boolean chosen) {}

  /**
   * One widget.
   *
   * @param id its id
   * @param title what it is called
   * @param language the language of title and preview
   * @param page its own page
   * @param link where the plain link leads
   * @param key what stands in {@code data-handbill}
   * @param src the script with loader and fragment
   * @param quick the quick snippet
   * @param pinned the pinned snippet
   * @param frame the iframe
   */
  public record Card(
      String id,
      String title,
      String language,
      String page,
      String link,
      String key,
      String src,
      String quick,
      String pinned,
      String frame) {}
}
