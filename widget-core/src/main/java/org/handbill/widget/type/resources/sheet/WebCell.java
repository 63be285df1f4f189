package org.handbill.widget.type.resources.sheet;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Addresses;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the web addresses in a cell, which may hold several, with words between them. */
final class WebCell {

  private static final int MOST = 20;
  private static final int LONGEST = 20_000;
  private static final int LONGEST_BARE = 2_000;

  private static final Pattern WITHIN =
      Pattern.compile(
          "(?i)(?:https?[:;]/{1,3}|https?:(?=[\\p{L}\\p{N}])|www\\.)"
              + "(?:(?![,;)|](?:https?:|www\\.))[^\\s<>\"\\\\^`{}])+");

  /** A bar belongs to an address within its query alone. */
  private static final Pattern BAR = Pattern.compile("^([^?|]*)\\|.*|\\|$");

  private static final Pattern AFTER = Pattern.compile("[.,;:!?'*\\]]+$");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?!(?:pdf|docx?|html?|jpe?g|png|xlsx?)$)[a-z]{2,12}"
              + "(?::\\d+)?(?:[/?#]\\S*)?");
  private static final Pattern DOI =
      Pattern.compile("(?i)(?:doi:?\\s*)?(10\\.\\d{4,9}/[^\\s<>\"|\\\\^`{}]+)");
  private static final Pattern MARKED_UP =
      Pattern.compile("(?i)<a\\s[^<>]{0,1000}href|\\]\\(\\s*https?:");
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "\\[([^\\[\\]]{1,300})]\\(\\s*(https?:[^\\s()\"<>]{1,2000}(?:\\([^\\s()\"<>]{0,200}\\))?)\\s*\\)");

  private static final Pattern HYPERLINK =
      Pattern.compile("(?is)=\\s*HYPERLINK\\(\\s*\"[^\"]*\"\\s*[,;]\\s*\"([^\"]*)\"\\s*\\)");

  /** A file's address with blanks in it, and nothing after. */
  private static final Pattern BLANKS_WITHIN =
      Pattern.compile(
          "(?i)https?://[^\\s,;|]+(?: [^\\s,;|:]+){1,8}\\.(?:pdf|docx?|xlsx?|pptx?|html?|jpe?g|png)");

  /** Whoever has such an address may change what was filled in. */
  private static final Pattern EDITED = Pattern.compile("(?i)[?&]edit2=|/formResponse\\b");

  private static final Pattern SEPARATED = Pattern.compile("[\\s,;|]+");

  private WebCell() {}

  /** True where the cell is, or begins with, a web address. */
  static boolean looksLikeOne(String cell) {
    return WITHIN.matcher(cell).lookingAt() || BARE.matcher(cell).matches();
  }

  /** True where a web address stands in the cell. */
  static boolean holdsOne(String cell) {
    return WITHIN.matcher(cell).find();
  }

  /** The addresses with the words that stand before each, in order; none twice. */
  static Map<URI, String> read(String cell, Addresses addresses) {
    String text = tidy(cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell);
    Map<URI, String> found = new LinkedHashMap<>();
    if (MARKED_UP.matcher(text).find()) {
      marked(text, addresses, found);
      return found;
    }
    Matcher within = WITHIN.matcher(text);
    int after = 0;
    while (within.find() && found.size() < MOST) {
      String words = outside(text.substring(after, within.start()));
      after = within.end();
      addresses
          .resolve(withoutSigns(within.group()))
          .filter(url -> !EDITED.matcher(url.toString()).find())
          .ifPresent(url -> found.putIfAbsent(url, words));
    }
    Matcher doi = DOI.matcher(text.strip());
    if (found.isEmpty() && doi.matches()) {
      addresses
          .resolve("https://doi.org/" + withoutSigns(doi.group(1)))
          .ifPresent(url -> found.put(url, ""));
    }
    if (found.isEmpty()) {
      for (String part : parts(text)) {
        String address = BARE.matcher(part).matches() ? "https://" + part : part;
        addresses.resolve(address).ifPresent(url -> found.putIfAbsent(url, ""));
      }
    }
    return found;
  }

  /** The words of a cell without the addresses that stand in it. */
  static String words(String cell) {
    String named = HYPERLINK.matcher(cell.strip()).replaceFirst("$1");
    String plain = MARKDOWN.matcher(named).replaceAll("$1");
    String words = holdsOne(plain) ? outside(WITHIN.matcher(plain).replaceAll(" ")) : plain;
    return words.isEmpty() ? plain : words;
  }

  /** The links of a cell with markup or Markdown, each with its own words. */
  private static void marked(String text, Addresses addresses, Map<URI, String> found) {
    String html = MARKDOWN.matcher(text).replaceAll("<a href=\"$2\">$1</a>");
    for (Element link : Jsoup.parseBodyFragment(html).select("a[href]")) {
      addresses
          .resolve(link.attr("href"))
          .filter(url -> !EDITED.matcher(url.toString()).find() && found.size() < MOST)
          .ifPresent(url -> found.putIfAbsent(url, PlainText.line(link.text())));
    }
  }

  /** Without entities, curly quotes and the blanks within the one address that a cell is. */
  private static String tidy(String cell) {
    String text = cell.replace("&amp;", "&").replaceAll("[“”„]", "\"");
    return BLANKS_WITHIN.matcher(text).matches() ? text.replace(" ", "%20") : stated(text);
  }

  /** A cell of nothing but addresses with “https://” before each that lacks it. */
  private static String stated(String text) {
    List<String> parts = List.of(SEPARATED.split(text.strip(), MOST));
    boolean addresses =
        parts.size() > 1
            && holdsOne(text)
            && parts.stream().allMatch(part -> part.length() <= LONGEST_BARE && looksLikeOne(part));
    return addresses
        ? parts.stream()
            .map(part -> BARE.matcher(part).matches() ? "https://" + part : part)
            .collect(Collectors.joining("\n"))
        : text;
  }

  /** Parts that can be addresses without saying so: a host, a path, a mailbox. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : SEPARATED.split(text, MOST)) {
      if (part.length() > LONGEST_BARE) {
        continue;
      }
      boolean path = part.startsWith("/") && part.length() > 1;
      boolean stated = part.matches("(?i)(?:mailto|tel):.+");
      boolean mail = part.matches("[^\\s@:/]+@[^\\s@:/]+\\.[^\\s@:/]+") && !stated;
      if (path || stated || BARE.matcher(part).matches()) {
        parts.add(withoutSigns(part));
      } else if (mail) {
        parts.add("mailto:" + part);
      }
    }
    return parts;
  }

  /** An address that a sentence goes on after, without that sentence's signs. */
  private static String withoutSigns(String address) {
    String whole = BAR.matcher(address).replaceFirst("$1");
    String bare = AFTER.matcher(whole).replaceFirst("");
    while (bare.endsWith(")")
        && bare.chars().filter(c -> c == '(').count()
            < bare.chars().filter(c -> c == ')').count()) {
      bare = AFTER.matcher(bare.substring(0, bare.length() - 1)).replaceFirst("");
    }
    return bare;
  }

  private static String outside(String before) {
    return PlainText.line(before.replaceAll("^[\\s,;:|)\\]-]+|[\\s,;:|(\\[–—-]+$", ""));
  }
}
