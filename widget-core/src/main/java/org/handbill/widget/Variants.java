package org.handbill.widget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.render.Representation;

/** Every form of a widget, for every audience that a URL can name. */
final class Variants {

  private static final List<Representation> SEEN =
      List.of(Representation.HTML, Representation.JS, Representation.PAGE);

  private Variants() {}

  /** Their keys; what only machines read has no colours. */
  static List<SnippetKey> of(Network network, Catalog catalog, WidgetId id) {
    List<SnippetKey> keys = new ArrayList<>();
    List<String> members =
        Stream.concat(Stream.of(""), network.members().stream().map(Member::id)).toList();
    for (String member : members) {
      Catalog.Entry entry = catalog.find(id, member);
      if (entry == null) {
        continue;
      }
      for (Map<String, String> parameters : combinations(entry.content())) {
        for (Language language : network.languages().list()) {
          for (Representation as : forms(entry.content())) {
            for (Scheme scheme : SEEN.contains(as) ? Scheme.values() : new Scheme[] {Scheme.AUTO}) {
              SnippetKey key = new SnippetKey(id, as, language, scheme, member, parameters);
              if (isAsked(key, entry.content())) {
                keys.add(key);
              }
            }
          }
        }
      }
    }
    return keys;
  }

  private static boolean isAsked(SnippetKey key, Content content) {
    boolean part = key.parameters().keySet().stream().anyMatch(content.parts()::contains);
    boolean plain = key.scheme() == Scheme.AUTO && key.member().isEmpty();
    boolean seen = key.as() == Representation.HTML || key.as() == Representation.PAGE;
    return !part || (plain && seen);
  }

  private static List<Representation> forms(Content content) {
    return Arrays.stream(Representation.values())
        .filter(as -> as.isOfEveryWidget() || content.forms().contains(as.extension()))
        .toList();
  }

  /** Each value of each parameter, and none of it, with each of the others. */
  private static List<Map<String, String>> combinations(Content content) {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<String, Set<String>> own : new TreeMap<>(content.parameters()).entrySet()) {
      for (Map<String, String> known : List.copyOf(all)) {
        for (String value : own.getValue().stream().sorted().toList()) {
          Map<String, String> with = new LinkedHashMap<>(known);
          with.put(own.getKey(), value);
          all.add(with);
        }
      }
    }
    return all;
  }
}
