package org.handbill.server.serve.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Network;

/**
 * What a query can choose among files, in the words of no web server.
 *
 * @param usual the language of a visitor whose wish is unknown or cannot be met
 * @param languages which wishes, as patterns that ignore case, get which language; the first that
 *     fits counts
 * @param members their ids
 * @param own what each parameter of a type's own chooses
 * @param ancestors who may frame a member's pages, by id; the rest gets what stands under {@link
 *     Variant#NOBODY}
 */
record Choices(
    String usual,
    Map<String, String> languages,
    List<String> members,
    Map<String, Set<Own>> own,
    Map<String, String> ancestors) {

  /**
   * A value of a parameter of a type's own.
   *
   * @param widget which has it
   * @param value as a query means it
   * @param folder where its files are
   */
  record Own(String widget, String value, String folder) {

    /** A pattern of a path of the widget with {@code ?} and the value behind it. */
    String pattern(String written) {
      return "^/w/" + widget + "([.][a-z.]+)?[?]" + literal(written) + "$";
    }

    /** A value as a pattern. */
    private static String literal(String value) {
      return SPECIAL.matcher(value).replaceAll("[$0]");
    }
  }

  private static final Pattern SPECIAL = Pattern.compile("[.*+?()|{}$]");

  private static final List<String> SCRIPTS = List.of("Hans", "Hant", "Latn", "Cyrl", "Arab");

  static Choices of(Network network, List<SnippetKey> keys) {
    return new Choices(
        network.languages().first().tag(),
        languages(network.languages()),
        network.members().stream().map(Member::id).toList(),
        own(keys),
        ancestors(network));
  }

  /** What {@link Languages#best} does, for each region and script of each language there is. */
  private static Map<String, String> languages(Languages languages) {
    Map<String, String> rules = new LinkedHashMap<>();
    Set<String> primaries = new LinkedHashSet<>();
    languages.list().forEach(language -> primaries.add(language.primary()));
    for (Language language : languages.list()) {
      if (!language.tag().equals(language.primary())) {
        rules.put(start(language.tag()), language.tag());
      }
    }
    for (String primary : primaries) {
      String usual = languages.best(primary).tag();
      List<String> further = new ArrayList<>(SCRIPTS);
      further.addAll(List.of(Locale.getISOCountries()));
      for (String subtag : further) {
        String best = languages.best(primary + "-" + subtag).tag();
        if (!best.equals(usual)) {
          rules.putIfAbsent(start(primary + "-" + subtag), best);
        }
      }
      rules.put(start(primary), usual);
    }
    return rules;
  }

  private static String start(String tag) {
    return "^" + tag.replace("-", "[-_]") + "([-_]|$)";
  }

  private static Map<String, Set<Own>> own(List<SnippetKey> keys) {
    Map<String, Set<Own>> own = new TreeMap<>();
    for (SnippetKey key : keys) {
      key.parameters()
          .forEach(
              (name, value) ->
                  own.computeIfAbsent(name, any -> new LinkedHashSet<>())
                      .add(new Own(key.widget().value(), value, Variant.segment(name, value))));
    }
    return own;
  }

  private static Map<String, String> ancestors(Network network) {
    Map<String, String> ancestors = new LinkedHashMap<>();
    if (network.embedding() == Network.Embedding.ANYONE) {
      ancestors.put(Variant.NOBODY, "*");
      return ancestors;
    }
    ancestors.put(Variant.NOBODY, "'self'");
    network.members().stream()
        .filter(member -> !member.origins().isEmpty())
        .forEach(member -> ancestors.put(member.id(), String.join(" ", member.origins())));
    return ancestors;
  }
}
