package org.handbill.widget.type.resources.entry;

import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what is the same in two places. A plus or a number sign right behind a letter or a digit
 * belongs to a name: “C++” and “C#” are two languages, “65+” is another age than “65”. All other
 * signs, such as a colon at the end, are a matter of taste.
 */
public final class Likeness {

  private static final Pattern SIGNS =
      Pattern.compile("[^\\p{L}\\p{N}+#]+|(?<![\\p{L}\\p{N}+#])[+#]+");

  private Likeness() {}

  /** What an entry is known by among those at its address. */
  public static String entry(Item item) {
    return address(item.url()) + " " + title(item.title());
  }

  /** The address as far as it tells pages apart. */
  public static String address(URI url) {
    return url.toString()
        .replaceFirst("#$", "")
        .replaceFirst("^https?://(?:www\\.)?", "//")
        .replaceFirst("^(//[^/?#]+)(?=[?#]|$)", "$1/")
        .replaceFirst("(?<=[^/])/+(?=[?#]|$)", "");
  }

  /** What a heading is known by; one of signs alone by itself. */
  public static String heading(String heading) {
    String folded = title(heading);
    return folded.isEmpty() ? heading.strip() : folded;
  }

  /** What a title is known by; empty for one of signs alone. */
  public static String title(String title) {
    String lower = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return SIGNS.matcher(lower).replaceAll(" ").strip();
  }
}
