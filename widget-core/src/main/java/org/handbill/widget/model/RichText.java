package org.handbill.widget.model;

import java.net.URI;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML that can only exist cleaned: paragraphs, lists, emphasis, and links to http, https, mailto
 * and tel. It is made once, where content comes in; from then on it is written as it is and nothing
 * edits it. Immutable.
 */
public final class RichText {

  /** Nothing at all. */
  public static final RichText EMPTY = new RichText("", "");

  /**
   * The list is short on purpose. Never svg, math, style, xmp, noembed, noscript, iframe or
   * template: each of them changes how a browser reads what follows, which is how cleaned HTML
   * comes back to life. No class, id, style or name either, so that nothing can reach for the page
   * around it.
   */
  private static final Safelist SAFELIST =
      new Safelist()
          .addTags(
              "a",
              "abbr",
              "b",
              "bdi",
              "blockquote",
              "br",
              "cite",
              "code",
              "dd",
              "del",
              "dl",
              "dt",
              "em",
              "i",
              "ins",
              "kbd",
              "li",
              "mark",
              "ol",
              "p",
              "q",
              "s",
              "small",
              "span",
              "strong",
              "sub",
              "sup",
              "time",
              "u",
              "ul")
          .addAttributes("a", "href", "hreflang")
          .addAttributes("abbr", "title")
          .addAttributes("time", "datetime")
          .addAttributes(":all", "lang", "dir")
          .addProtocols("a", "href", "http", "https", "mailto", "tel")
          .addEnforcedAttribute("a", "rel", "noopener");

  private final String html;
  private final String text;

  private RichText(String html, String text) {
    this.html = html;
    this.text = text;
  }

  /**
   * Cleans HTML from outside.
   *
   * @param html any text at all
   * @param base what relative links are relative to; a link that cannot be made absolute loses its
   *     address
   */
  public static RichText clean(String html, URI base) {
    return clean(parse(PlainText.tidy(html), base.toString()));
  }

  private static Document parse(String html, String base) {
    return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, base);
  }

  /** Cleans what has been parsed already; the element itself is left as it is. */
  public static RichText clean(Element element) {
    Document shell = Document.createShell(element.baseUri());
    element.childNodes().forEach(node -> shell.body().appendChild(node.clone()));
    return clean(shell);
  }

  /** Text without any markup; line breaks become {@code <br>}. */
  public static RichText plain(String text) {
    String tidy = PlainText.tidy(text).strip();
    if (tidy.isEmpty()) {
      return EMPTY;
    }
    Document document = Document.createShell("");
    String[] lines = tidy.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        document.body().appendElement("br");
      }
      document.body().appendText(lines[i]);
    }
    return clean(document);
  }

  private static final int MAX_DEPTH = 64;

  private static RichText clean(Document dirty) {
    // What is dropped can leave a nesting that no parser makes, such as a link in a link; so the
    // result is read once more, as browsers will read it.
    Document clean = cleaned(parse(cleaned(dirty).body().html(), dirty.baseUri()));
    String text = PlainText.line(clean.body().text());
    return text.isEmpty() ? EMPTY : new RichText(clean.body().html().strip(), text);
  }

  private static Document cleaned(Document dirty) {
    Document clean = new Cleaner(SAFELIST).clean(dirty);
    clean.outputSettings().prettyPrint(false).charset(java.nio.charset.StandardCharsets.UTF_8);
    return clean;
  }

  /** The cleaned HTML, to be written without escaping. */
  public String html() {
    return html;
  }

  /** The words alone, on one line, not escaped. */
  public String text() {
    return text;
  }

  /** True where there is nothing to read. */
  public boolean isEmpty() {
    return html.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RichText that && html.equals(that.html);
  }

  @Override
  public int hashCode() {
    return html.hashCode();
  }

  @Override
  public String toString() {
    return html;
  }
}
