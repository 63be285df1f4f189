package org.handbill.widget.type.resources.page.dom;

import java.util.Locale;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.jsoup.nodes.Element;

/**
 * What a picture is called: the words that describe it, made fit to be read, or its file's name.
 */
public final class PictureWords {

  private static final Pattern EXTENSION =
      Pattern.compile("(?i)\\.(?:png|jpe?g|gif|svg|webp|avif)$");
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern LOGO_BEFORE =
      Pattern.compile(
          "(?iu)^(?:the )?logo(?:tipo)?(?:\\s+(?:of|for|de|del|du|von)(?:\\s+(?:the|la|el))?)?[\\s:–-]+");
  private static final Pattern LOGO_AFTER =
      Pattern.compile(
          "(?iu)(?:[\\s_–-]+|(?<=\\p{Ll})(?=L)|(?<=\\p{Lu}{3})(?=l))logo(?:tipo)?(?![\\p{Ll}]).*$");
  private static final Pattern SIZE = Pattern.compile("[\\s_-]+(?:\\d+x\\d+|\\d{1,4})$");
  private static final Pattern JOINED = Pattern.compile("_|(?<=[^\\s_-]{3})-(?=[^\\s_-]{3})");

  /** “GreenHarbour”, but not a name like “GitHub”. */
  private static final Pattern HUMP =
      Pattern.compile("(?<=\\p{Lu}\\p{Ll}{3,30})(?=\\p{Lu}\\p{Ll}{3})");

  private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{4}[\\p{L} ]*");

  /** What files are called that show anything. */
  private static final Pattern ANY =
      Pattern.compile(
          "(?iu).*(?:logo|image|imagen|icon|banner|foto|photo|pict|screen|captura|bot[oó]n|button|thumb|default"
              + "|cover|header|untitled|unnamed|download|placeholder|whatsapp|link|arrow|flecha).*");

  private PictureWords() {}

  /** The words that describe it; empty where none do. */
  public static String of(Element image) {
    String words =
        PlainText.line(image.attr("alt").isBlank() ? image.attr("title") : image.attr("alt"));
    if (EXTENSION.matcher(words).find() && !SPACE.matcher(words).find()) {
      return telling(tidy(words));
    }
    return fileLike(image, words) ? tidy(words) : words;
  }

  /** Whether the words that describe it are a file's name or speak of a logo. */
  public static boolean fileLike(Element image, String words) {
    boolean one = !SPACE.matcher(words).find();
    String letters = letters(words);
    return words.toLowerCase(Locale.ROOT).contains("logo")
        || EXTENSION.matcher(words).find()
        || (one && words.indexOf('_') >= 0)
        || (one && letters.length() > 2 && letters(file(image)).startsWith(letters));
  }

  /** Its file's name, where that is made of words that tell something; else empty. */
  public static String fromFile(Element image) {
    return telling(tidy(file(image)));
  }

  private static String telling(String words) {
    return WORDS.matcher(words).matches() && !ANY.matcher(words).matches() && !Titles.generic(words)
        ? words
        : "";
  }

  private static String tidy(String words) {
    String bare = EXTENSION.matcher(words).replaceFirst("");
    String named = LOGO_AFTER.matcher(LOGO_BEFORE.matcher(bare).replaceFirst("")).replaceFirst("");
    String unsized = SIZE.matcher(named).replaceFirst("");
    String apart =
        SPACE.matcher(unsized).find()
            ? unsized
            : HUMP.matcher(JOINED.matcher(unsized).replaceAll(" ")).replaceAll(" ");
    String line = PlainText.line(apart);
    return Titles.TELLING.matcher(line).find() ? line : words;
  }

  private static String file(Element image) {
    String source = image.attr("src").startsWith("data:") ? "" : image.attr("src");
    String path = source.replaceFirst("[?#].*$", "");
    return EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
  }

  private static String letters(String words) {
    return LETTERS.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
