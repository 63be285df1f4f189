package org.handbill.widget.type.resources.page.dom;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page is called, as its tab says it together with the name of its site.
 *
 * @param parts the whole of it and what stands between its signs, in small letters
 */
public record PageName(Set<String> parts) {

  private static final Pattern PARTING = Pattern.compile("\\s+[|–—•·»«:-]+\\s+|\\s*[|»]\\s*");

  public PageName {
    parts = Set.copyOf(parts);
  }

  /** Reads it. */
  public static PageName of(Document page) {
    String title = PlainText.line(page.title()).toLowerCase(Locale.ROOT);
    Set<String> parts = PARTING.splitAsStream(title).collect(Collectors.toSet());
    parts.add(title);
    return new PageName(parts);
  }

  /** Whether a heading says it, or one of its parts. */
  public boolean says(Element heading) {
    return parts.contains(PlainText.line(heading.text()).toLowerCase(Locale.ROOT));
  }
}
