package org.handbill.widget.render;

import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Messages;

/**
 * What stands around a widget that is a page of its own.
 *
 * @param t the texts of Handbill's own
 * @param language of the page
 * @param dir {@code ltr} or {@code rtl}
 * @param scheme the value of the {@code color-scheme} meta element
 * @param title of the widget
 * @param description a line for search engines and cards
 * @param url the page's own address
 * @param network who publishes
 * @param networkUrl its site
 * @param image what stands for the page on cards
 * @param via the member whose site the visitor came from; empty for none
 * @param languages the same page in each language
 * @param alternates the same content in forms for machines
 * @param structuredData JSON-LD that cannot end a script element; empty for none
 * @param early a script that is run before anything is shown
 * @param script the address of the page's script
 */
public record PageView(
    Messages.Texts t,
    String language,
    String dir,
    String scheme,
    String title,
    String description,
    String url,
    String network,
    String networkUrl,
    Optional<Image> image,
    String via,
    List<Translation> languages,
    List<Alternate> alternates,
    String structuredData,
    String early,
    String script) {

  /**
   * A picture for cards.
   *
   * @param width in pixels
   * @param height in pixels
   * @param alt what it shows, in words
   */
  public record Image(String url, int width, int height, String alt) {}

  /**
   * The content in a form for machines.
   *
   * @param type its media type
   * @param url its address
   */
  public record Alternate(String type, String url) {}

  /**
   * The page in one language.
   *
   * @param language its tag
   * @param name its name in itself
   * @param url its address
   * @param current true for the language of this page
   */
  public record Translation(String language, String name, String url, boolean current) {}
}
