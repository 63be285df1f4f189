package org.handbill.server.desk.builder;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page may set of a widget's looks: read from the very fragment that it is shown, so that
 * nothing is offered that does nothing.
 *
 * @param properties the custom properties without {@code --handbill-}, with what they are when the
 *     page sets nothing
 * @param parts the names for {@code ::part()}
 */
record Styling(Map<String, String> properties, Set<String> parts) {

  private static final Pattern PROPERTY = Pattern.compile("var\\(--handbill-([a-z-]+)\\s*,");
  private static final Pattern VARIABLE = Pattern.compile("var\\((--[a-z-]+)\\)");
  private static final Pattern PART = Pattern.compile("\\spart=\"([a-z -]+)\"");

  /** What can be set in that fragment. */
  static Styling of(String fragment) {
    Map<String, String> properties = new TreeMap<>();
    Matcher property = PROPERTY.matcher(fragment);
    while (property.find()) {
      properties.put(property.group(1), plain(argument(fragment, property.end()), fragment));
    }
    Set<String> parts = new TreeSet<>();
    PART.matcher(fragment)
        .results()
        .forEach(part -> parts.addAll(Set.of(part.group(1).trim().split(" +"))));
    return new Styling(properties, parts);
  }

  /** A value with the style sheet's own variables filled in. */
  private static String plain(String value, String fragment) {
    return VARIABLE
        .matcher(value)
        .replaceAll(
            variable -> {
              Matcher set = Pattern.compile(variable.group(1) + ":([^;}]+)").matcher(fragment);
              return Matcher.quoteReplacement(set.find() ? set.group(1) : variable.group());
            });
  }

  /** The text up to the parenthesis that closes the one that is open. */
  private static String argument(String css, int start) {
    int open = 1;
    int at = start;
    while (at < css.length() && open > 0) {
      char c = css.charAt(at++);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return css.substring(start, Math.max(start, at - 1)).strip();
  }
}
