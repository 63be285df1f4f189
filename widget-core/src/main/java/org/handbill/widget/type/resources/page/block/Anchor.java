package org.handbill.widget.type.resources.page.block;

import java.net.URI;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.dom.CardButtons;
import org.handbill.widget.type.resources.page.dom.LinkNames;
import org.handbill.widget.type.resources.page.dom.PictureWords;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.mark.EmbedNames;
import org.jsoup.nodes.Element;

/**
 * A link of the page that leads to content.
 *
 * @param element the link itself
 * @param url its address, made absolute
 * @param text the words that a reader sees, on one line; empty for a picture
 * @param names whether its own words name what it leads to; “Read more” does not
 */
public record Anchor(Element element, URI url, String text, boolean names) {

  private static final Pattern PERSON =
      Pattern.compile("(?U)\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.,'’&()-]+){1,7}");

  static Anchor of(Element element, URI url) {
    String text = PlainText.line(element.text());
    String words = text.isEmpty() ? described(element) : text;
    boolean names =
        (web(url) || listed(element) || CallCard.name(element).isPresent())
            && !words.isEmpty()
            && (EmbedNames.numbered(element) || !Titles.generic(words))
            && !Titles.addressLike(words)
            && !LinkNames.calls(element)
            && !CardButtons.one(element);
    return new Anchor(element, url, text, names);
  }

  /**
   * A person or an office to write to or to call, whose name is all that an item of a list says.
   */
  private static boolean listed(Element element) {
    Element item = element.hasText() ? element.closest("li") : null;
    return item != null
        && item.text().equals(element.text())
        && PERSON.matcher(PlainText.line(element.text())).matches();
  }

  /** What the link says to those who do not see it, or to those who point at it. */
  public String described() {
    return described(element);
  }

  private static String described(Element element) {
    Element image = element.selectFirst(Selectors.DESCRIBED_IMAGE);
    for (String words :
        new String[] {
          element.attr("aria-label"),
          element.attr("title"),
          image == null ? "" : PictureWords.of(image)
        }) {
      String line = PlainText.line(words);
      if (!line.isEmpty() && !Titles.generic(line)) {
        return line;
      }
    }
    return "";
  }

  /** True for a telephone or mail link. */
  public boolean contact() {
    return !web(url);
  }

  private static boolean web(URI url) {
    return String.valueOf(url.getScheme()).startsWith("http");
  }
}
