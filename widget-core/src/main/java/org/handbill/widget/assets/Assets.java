package org.handbill.widget.assets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Improvement;

/** The assets, read once. Immutable. */
public final class Assets {

  /**
   * What a whole page runs before it is shown: in a frame it looks like the widget alone. It stands
   * in the page, so that nothing appears which then goes.
   */
  public static final String EARLY =
      "parent!=self&&document.documentElement.classList.add('framed')";

  /**
   * The releases whose pinned loader differs from the one before. Each stays here for good, as its
   * release had it, since its address stands in other people's pages with its hash beside it.
   */
  static final List<String> RELEASES = List.of("0.1.0");

  private static final int HASH_BYTES = 5;

  /** What brings a module by its address. */
  private static final String FETCHED = "u=>import(u)";

  /** The server's address, from that of the script it stands in. */
  private static final String BASE = "document.currentScript.src.match(/^([^?#]*\\/)embed\\W/)[1]";

  private final String formCss = minified(Beside.text(Assets.class, "form.css"));
  private final String form = function("form.js") + "(" + scriptString(formCss) + ")";
  private final String list = function("list.js");
  private final String loader = function("embed.js");
  private final String quick = function("quick.js");
  private final Asset formModule = module(form);
  private final Asset listModule = module(list);
  private final Asset loaderModule = module(loader);
  private final Asset embed =
      Asset.of(
          loader
              + "(async u=>({default:u.includes('/list-')?"
              + list
              + ":"
              + form
              + "}),"
              + BASE
              + ");\n");
  private final Asset page = Asset.of(function("page.js") + "(" + FETCHED + ");\n");
  private final String frame = function("frame.js") + "();\n";
  private final String inherit = function("inherit.js");
  private final String baseCss = Beside.text(Assets.class, "base.css");
  private final String colorsCss = Beside.text(Assets.class, "colors.css");
  private final String inheritCss = Beside.text(Assets.class, "inherit.css");
  private final String pageCss = Beside.text(Assets.class, "page.css");

  /** The loader with all that it may ever need. */
  public Asset embed() {
    return embed;
  }

  /** The loaders of {@link #embed} and of all releases, by path below the public URL. */
  public Map<String, Asset> pinned() {
    return Stream.concat(
            Stream.of(embed),
            RELEASES.stream()
                .map(release -> Beside.text(Assets.class, "released/" + release + ".js"))
                .map(Asset::of))
        .distinct()
        .collect(Collectors.toMap(Assets::pinnedPath, Function.identity()));
  }

  private static String pinnedPath(Asset loader) {
    return "embed/" + loader.hash() + ".js";
  }

  /** The loader alone; it fetches what a widget needs when its visitor turns to it. */
  public String loader() {
    return loader + "(" + FETCHED + "," + BASE + ");\n";
  }

  /** The script of whole pages. */
  public Asset page() {
    return page;
  }

  /**
   * The modules that scripts of widgets fetch, by path below the public URL. Each exports what its
   * source says; the address of one changes with what it holds.
   */
  public Map<String, Asset> modules() {
    return Map.of(
        path(Improvement.FORM),
        formModule,
        path(Improvement.LIST),
        listModule,
        loaderPath(),
        loaderModule);
  }

  /** The script that gives frames, pasted by hand, the height of the widgets in them. */
  public String frame() {
    return frame;
  }

  /** Where the module of an improvement is, below the public URL; empty for none. */
  public String path(Improvement improvement) {
    return switch (improvement) {
      case NONE -> "";
      case FORM -> "assets/form-" + formModule.hash() + ".js";
      case LIST -> "assets/list-" + listModule.hash() + ".js";
    };
  }

  private String loaderPath() {
    return "assets/embed-" + loaderModule.hash() + ".js";
  }

  /** The styles that every widget shares. */
  public String baseCss() {
    return baseCss;
  }

  /**
   * What a widget adds to the styles of its type to give it colours.
   *
   * @param inherits true where it takes those of the page
   */
  public String colorsCss(boolean inherits) {
    return inherits ? inheritCss : colorsCss;
  }

  /** The styles of what forms say once they have been sent. */
  public String formCss() {
    return formCss;
  }

  /** The styles of a whole page around its widget. */
  public String pageCss() {
    return pageCss;
  }

  /**
   * The script of one widget, so that one request brings all that it takes to show it.
   *
   * @param css the style of its fragment
   * @param markup what its fragment's shadow root holds besides, in which a line break means no
   *     more than a space
   * @param inherits true where it takes the colour of links from the page
   */
  public String quick(String css, String markup, boolean inherits) {
    return quick
        + "("
        + FETCHED
        + ",'"
        + loaderPath()
        + "',"
        + scriptString(css)
        + ","
        + scriptString(onOneLine(markup))
        + (inherits ? "," + inherit : "")
        + ");\n";
  }

  /** Markup without its line breaks; those before a block mean nothing. */
  private static String onOneLine(String markup) {
    return markup.replaceAll("\\n+(?=</?(?:section|h2|p|form|div)\\b)", "").replaceAll("\\n+", " ");
  }

  private static Asset module(String function) {
    return Asset.of("export default " + function + ";\n");
  }

  /** CSS without comments and without what means nothing. */
  public static String minified(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,>]) ?", "$1")
        .replaceAll(" ([~+]) (?=[^{}]*\\{)", "$1")
        .replaceAll(": ", ":")
        .replaceAll(";}", "}")
        .replaceAll("#(\\w)\\1(\\w)\\2(\\w)\\3\\b", "#$1$2$3")
        .strip();
  }

  /** A script that the build has wrapped into one expression. */
  private static String function(String name) {
    return Beside.text(Assets.class, name).strip().replaceAll(";$", "");
  }

  /**
   * A string literal of JavaScript that is inert wherever the script is pasted: nothing in it can
   * end a script element, open a comment, or end the line.
   */
  static String scriptString(String text) {
    StringBuilder literal = new StringBuilder(text.length() + text.length() / 16).append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'' -> literal.append("\\'");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\u2028' -> literal.append("\\u2028");
        case '\u2029' -> literal.append("\\u2029");
        case '<' -> literal.append(opensMore(text, i + 1) ? "\\x3c" : "<");
        case ']' -> literal.append(text.startsWith("]]>", i) ? "\\x5d" : "]");
        default -> literal.append(c);
      }
    }
    return literal.append('\'').toString();
  }

  /** True behind the {@code <} of a comment or of anything that begins like a script element. */
  private static boolean opensMore(String text, int at) {
    return text.startsWith("!", at)
        || text.regionMatches(true, at, "script", 0, 6)
        || text.regionMatches(true, at, "/script", 0, 7);
  }

  /**
   * A file that never changes under its name.
   *
   * @param text what it holds
   * @param hash what stands in its name
   * @param integrity the value of the {@code integrity} attribute (W3C Subresource Integrity)
   */
  public record Asset(String text, String hash, String integrity) {

    /** The asset of that text. */
    public static Asset of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      String hash = HexFormat.of().formatHex(digest("SHA-256", bytes), 0, HASH_BYTES);
      String integrity = "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384", bytes));
      return new Asset(text, hash, integrity);
    }

    /** A hash by one of the algorithms that every JDK has. */
    public static byte[] digest(String algorithm, byte[] bytes) {
      try {
        return MessageDigest.getInstance(algorithm).digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError("Every JDK has " + algorithm, e);
      }
    }
  }
}
