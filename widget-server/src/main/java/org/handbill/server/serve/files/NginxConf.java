package org.handbill.server.serve.files;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Scheme;

/** What nginx needs to send the files, to be included in its {@code http} block. */
record NginxConf(Choices choices, URI publicUrl) {

  String text(Path site) {
    String own =
        choices.own().keySet().stream()
            .map(name -> "$handbill_" + name)
            .collect(Collectors.joining());
    return Beside.text(NginxConf.class, "nginx.txt")
        .replace("{languages}", map("$arg_lang", "$handbill_lang", choices.usual(), languages()))
        .replace(
            "{members}", map("$arg_member", "$handbill_member", Variant.NOBODY, same(members())))
        .replace("{themes}", map("$arg_theme", "$handbill_theme", "unknown", themes()))
        .replace("{own}", own())
        .replace("{ancestors}", ancestors())
        .replace("{host}", publicUrl.getHost())
        .replace("{site}", site.toAbsolutePath().normalize().toString())
        .replace("{seen}", "/w/$handbill_lang/$handbill_member/$handbill_theme" + own)
        .replace("{read}", "/w/$handbill_lang/$handbill_member/auto" + own)
        .replace("{short}", Freshness.SHORT.cacheControl())
        .replace("{immutable}", Freshness.IMMUTABLE.cacheControl());
  }

  private Map<String, String> languages() {
    Map<String, String> rules = new LinkedHashMap<>();
    choices.languages().forEach((wish, tag) -> rules.put("~*" + wish, tag));
    return rules;
  }

  private List<String> members() {
    return choices.members();
  }

  private static Map<String, String> themes() {
    Map<String, String> themes = new LinkedHashMap<>();
    themes.put("", Scheme.AUTO.param());
    for (Scheme scheme : Scheme.values()) {
      themes.put(scheme.param(), scheme.param());
    }
    return themes;
  }

  private String own() {
    return choices.own().entrySet().stream()
        .map(
            entry -> {
              Map<String, String> rules = new LinkedHashMap<>();
              entry
                  .getValue()
                  .forEach(
                      own ->
                          rules.put(
                              "~*" + own.pattern(Variant.encoded(own.value())), own.folder()));
              String name = entry.getKey();
              return map("$uri?$arg_" + name, "$handbill_" + name, "", rules);
            })
        .collect(Collectors.joining());
  }

  private String ancestors() {
    Map<String, String> rules = new LinkedHashMap<>(choices.ancestors());
    String others = rules.remove(Variant.NOBODY);
    return map("$handbill_member", "$handbill_ancestors", String.valueOf(others), rules);
  }

  private static Map<String, String> same(List<String> values) {
    return values.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private static String map(String from, String to, String usual, Map<String, String> rules) {
    StringBuilder map = new StringBuilder("map \"" + from + "\" " + to + " {\n");
    map.append("  default \"").append(usual).append("\";\n");
    rules.forEach(
        (asked, found) ->
            map.append("  \"").append(asked).append("\" \"").append(found).append("\";\n"));
    return map.append("}\n").toString();
  }
}
