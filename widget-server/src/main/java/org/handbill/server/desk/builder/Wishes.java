package org.handbill.server.desk.builder;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.handbill.widget.model.Color;
import org.handbill.widget.model.Ground;
import org.handbill.widget.model.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * What a webmaster sets of a widget's looks. Values come from a query, so only what can end neither
 * a declaration nor a rule, and asks for nothing from anywhere, gets in.
 *
 * @param properties custom properties without {@code --handbill-}
 * @param parts declarations by part
 */
record Wishes(Map<String, String> properties, Map<String, String> parts) {

  /** In the query, before the name of a custom property. */
  static final String PROPERTY = "look-";

  /** In the query, before the name of a part. */
  static final String PART = "part-";

  static final String ACCENT = "accent";
  static final String ON_ACCENT = "on-accent";
  static final String LINK = "link";
  static final String GROUND = "ground";
  static final String TEXT = "text";

  private static final int LONGEST = 120;
  private static final String WORDS = "[a-zA-Z0-9#%.,_\\s/+*-]";
  private static final String PIECE =
      "(?:%1$s|\"[\\w\\s-]*\"|'[\\w\\s-]*'|\\((?:%1$s|\\(%1$s*\\))*\\))+".formatted(WORDS);
  private static final Pattern VALUE = Pattern.compile(PIECE);
  private static final Pattern DECLARATIONS =
      Pattern.compile("\\s*(?:[a-z-]+\\s*:%1$s)(?:;\\s*[a-z-]+\\s*:%1$s)*;?\\s*".formatted(PIECE));
  private static final Pattern FETCHES =
      Pattern.compile("(?:url|src|image|image-set|cross-fade|element)\\s*\\(|/\\*");

  /** What of a query can be set in a widget, and is sound. */
  static Wishes of(Map<String, String> query, Styling styling) {
    Map<String, String> properties = new TreeMap<>();
    for (String name : styling.properties().keySet()) {
      keep(properties, name, query.get(PROPERTY + name), VALUE);
    }
    Map<String, String> parts = new TreeMap<>();
    for (String name : styling.parts()) {
      keep(parts, name, query.get(PART + name), DECLARATIONS);
    }
    return new Wishes(properties, parts);
  }

  private static void keep(
      Map<String, String> kept, String name, @Nullable String value, Pattern sound) {
    if (value != null
        && !value.isBlank()
        && value.length() <= LONGEST
        && sound.matcher(value).matches()
        && !FETCHES.matcher(value.toLowerCase(Locale.ROOT)).find()) {
      kept.put(name, value.strip().replaceAll("\\s+", " "));
    }
  }

  /** The accent, where it is given as a colour that can be reckoned with. */
  Optional<Color> accent() {
    return color(ACCENT);
  }

  Optional<Color> color(String name) {
    return Optional.ofNullable(properties.get(name)).flatMap(Color::parse);
  }

  /**
   * The custom properties to hand out: with an accent go a text that can be read on it and links
   * that can be read on the page, with a ground a text and links that can be read on that, unless
   * they are set themselves.
   */
  Map<String, String> handedOut(Scheme scheme, Styling styling) {
    Map<String, String> all = new LinkedHashMap<>(properties);
    color(GROUND)
        .ifPresent(
            ground -> {
              all.putIfAbsent(TEXT, ground.readable().hex());
              accent()
                  .or(() -> Color.parse(styling.properties().getOrDefault(ACCENT, "")))
                  .map(accent -> accent.readableOn(ground, Ground.READABLE).hex())
                  .ifPresent(link -> all.putIfAbsent(LINK, link));
            });
    accent()
        .ifPresent(
            accent -> {
              String on = accent.readable().hex();
              if (!Color.parse(styling.properties().getOrDefault(ON_ACCENT, ""))
                  .map(Color::hex)
                  .equals(Optional.of(on))) {
                all.putIfAbsent(ON_ACCENT, on);
              }
              link(accent, scheme).ifPresent(link -> all.putIfAbsent(LINK, link));
            });
    all.keySet().retainAll(styling.properties().keySet());
    return all;
  }

  private static Optional<String> link(Color accent, Scheme scheme) {
    return Contrast.grounds(scheme).stream()
        .map(ground -> ground.readable(accent).hex())
        .reduce((light, dark) -> "light-dark(" + light + ", " + dark + ")");
  }
}
