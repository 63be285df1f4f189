package org.handbill.server.serve.files;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Scheme;

/** What Caddy needs to send the files. */
record Caddyfile(Choices choices, URI publicUrl) {

  String text(Path site) {
    String own =
        choices.own().keySet().stream()
            .map(name -> "{handbill_" + name + "}")
            .collect(Collectors.joining());
    return Beside.text(Caddyfile.class, "caddy.txt")
        .replace("[address]", address())
        .replace("[site]", site.toAbsolutePath().normalize().toString())
        .replace("[maps]", maps())
        .replace("[seen]", "/w/{handbill_lang}/{handbill_member}/{handbill_theme}" + own)
        .replace("[read]", "/w/{handbill_lang}/{handbill_member}/auto" + own)
        .replace("[short]", Freshness.SHORT.cacheControl())
        .replace("[immutable]", Freshness.IMMUTABLE.cacheControl());
  }

  private String address() {
    return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }

  private String maps() {
    Map<String, String> languages = new LinkedHashMap<>();
    choices.languages().forEach((wish, tag) -> languages.put("~(?i)" + wish, tag));
    Map<String, String> members = new LinkedHashMap<>();
    choices.members().forEach(member -> members.put(member, member));
    Map<String, String> themes = new LinkedHashMap<>();
    themes.put("", Scheme.AUTO.param());
    for (Scheme scheme : Scheme.values()) {
      themes.put(scheme.param(), scheme.param());
    }
    Map<String, String> ancestors = new LinkedHashMap<>(choices.ancestors());
    String others = String.valueOf(ancestors.remove(Variant.NOBODY));
    StringBuilder maps = new StringBuilder();
    maps.append(map("{query.lang}", "lang", choices.usual(), languages));
    maps.append(map("{query.member}", "member", Variant.NOBODY, members));
    maps.append(map("{query.theme}", "theme", "unknown", themes));
    maps.append(map("{query.member}", "ancestors", others, ancestors));
    choices
        .own()
        .forEach(
            (name, rules) -> {
              Map<String, String> patterns = new LinkedHashMap<>();
              rules.forEach(own -> patterns.put("~" + own.pattern(own.value()), own.folder()));
              maps.append(map("{path}?{query." + name + "}", name, "", patterns));
            });
    return maps.toString();
  }

  private static String map(String from, String to, String usual, Map<String, String> rules) {
    StringBuilder map = new StringBuilder("\tmap \"" + from + "\" {handbill_" + to + "} {\n");
    rules.forEach(
        (asked, found) ->
            map.append("\t\t\"").append(asked).append("\" \"").append(found).append("\"\n"));
    return map.append("\t\tdefault \"").append(usual).append("\"\n\t}\n").toString();
  }
}
