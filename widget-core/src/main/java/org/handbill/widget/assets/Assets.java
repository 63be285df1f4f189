package org.handbill.widget.assets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.handbill.widget.model.Beside;

/** The assets, read once. Immutable. */
public final class Assets {

  private static final int HASH_BYTES = 10;

  private final String proving = function("pow.js");
  private final Asset pow = Asset.of("export default " + proving + ";\n");
  private final String listing = function("list.js");
  private final Asset list = Asset.of("export default " + listing + ";\n");

  /** Stands in the names of both modules, so that the loader spells it once. */
  private final String modules = Asset.of(proving + listing).hash();

  private final String loader = function("embed.js");
  private final Asset embed =
      Asset.of(loader + "(async(b,l)=>({default:l?" + listing + ":" + proving + "}));\n");
  private final Asset page = Asset.of(function("page.js") + "(" + fetched() + ");\n");
  private final String baseCss = Beside.text(Assets.class, "base.css");
  private final String pageCss = Beside.text(Assets.class, "page.css");

  /** The loader with all that it may ever need. */
  public Asset embed() {
    return embed;
  }

  /** The loader alone; it fetches the proof of work when a visitor begins to type. */
  public String loader() {
    return loader + "(" + fetched() + ");\n";
  }

  /** The script of whole pages. */
  public Asset page() {
    return page;
  }

  /** The proof of work as a module: it exports a function from a challenge's address to a proof. */
  public Asset pow() {
    return pow;
  }

  /** Where the module of {@link #pow} is, below the public URL. */
  public String powPath() {
    return "assets/pow-" + modules + ".js";
  }

  /** What improves lists, as a module: it exports a function of the root that a list is in. */
  public Asset list() {
    return list;
  }

  /** Where the module of {@link #list} is, below the public URL. */
  public String listPath() {
    return "assets/list-" + modules + ".js";
  }

  /** The styles that every widget shares. */
  public String baseCss() {
    return baseCss;
  }

  /** The styles of a whole page around its widget. */
  public String pageCss() {
    return pageCss;
  }

  /** The loader with a fragment to start from, so that one request brings both. */
  public String loaderWith(String fragment) {
    return loader + "(" + fetched() + "," + scriptString(fragment) + ");\n";
  }

  /** What brings the module of the proof of work, or of lists, given the server's address. */
  private String fetched() {
    return "(b,l)=>import(b+'assets/'+(l||'pow')+'-" + modules + ".js')";
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
