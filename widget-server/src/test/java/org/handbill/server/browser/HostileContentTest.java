package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Content that attacks: inert in every form, in a real browser. */
class HostileContentTest {

  /** Each would set {@code window.pwned} if anything of it ran. */
  private static final List<String> ATTACKS =
      List.of(
          "<script>window.pwned=1</script>",
          "</script><script>window.pwned=1</script>",
          "</template></div><script>window.pwned=1</script>",
          "<img src=x onerror=window.pwned=1>",
          "<svg onload=window.pwned=1>",
          "<svg><style><img src=x onerror=window.pwned=1></style></svg>",
          "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=1>",
          "<noscript><p title=\"</noscript><img src=x onerror=window.pwned=1>\">",
          "<xmp><p title=\"</xmp><img src=x onerror=window.pwned=1>\">",
          "<template><img src=x onerror=window.pwned=1></template>",
          "<style></style><img src=x onerror=window.pwned=1>",
          "</style><img src=x onerror=window.pwned=1>",
          "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>",
          "<a href=\"javascript:window.pwned=1\">javascript link</a>",
          "<a href=\"jav&#x09;ascript:window.pwned=1\">split link</a>",
          "<a href=\"data:text/html,<script>window.pwned=1</script>\">data link</a>",
          "<form action=javascript:window.pwned=1><button>send</button></form>",
          "<details open ontoggle=window.pwned=1>",
          "<input autofocus onfocus=window.pwned=1>",
          "<body onload=window.pwned=1>",
          "<base href=https://evil.example/>",
          "<meta http-equiv=refresh content=\"0;url=javascript:window.pwned=1\">",
          "'+(window.pwned=1)+'",
          "\\');window.pwned=1;//",
          "${window.pwned=1}",
          "<!--><img src=x onerror=window.pwned=1>-->",
          "--><script>window.pwned=1</script><!--",
          "]]><script>window.pwned=1</script>",
          "\u2028window.pwned=1\u2029",
          "\" autofocus onfocus=\"window.pwned=1",
          "' onmouseover='window.pwned=1",
          "{{constructor.constructor('window.pwned=1')()}}");

  @TempDir Path data;

  @Test
  void no_attack_in_content_runs_in_any_form() throws IOException {
    Path network = network();
    try (TestServer server = TestServer.of(network, data);
        HostSite host = new HostSite();
        Chromium chromium = new Chromium();
        Chromium.Visit visit = chromium.visit()) {
      String body =
          "<div data-handbill=list><a href=#>Link</a></div><div data-handbill=join><a href=#>Link</a></div>"
              + "<script async src=%1$s/w/list.js></script><script async src=%1$s/w/join.js></script>"
                  .formatted(server.url());
      visit.page.navigate(host.page("/", body));
      assertThat(visit.page.locator("[data-handbill=join] button")).hasCount(1);
      assertThat(visit.page.locator("summary").first()).isVisible();
      inert(visit);
      for (String id : new String[] {"list", "join"}) {
        visit.page.navigate(server.url() + "/w/" + id);
        inert(visit);
        // the fragment, included by a server into a page without any policy
        visit.page.navigate(host.page("/included", text(server.get("/w/" + id + ".html"))));
        inert(visit);
        // the script and the data, pasted into a page
        String script = text(server.get("/w/" + id + ".js"));
        assertThat(script).doesNotContainIgnoringCase("</script", "<script", "<!--");
        String json = text(server.get("/w/" + id + ".json"));
        visit.page.navigate(
            host.page("/pasted", "<script type=application/json>" + json + "</script>"));
        inert(visit);
        JsonNode read = JsonMapper.shared().readTree(json);
        assertThat(read.get("id").asString()).isEqualTo(id);
      }
      assertThat(visit.console).allMatch(line -> line.contains("404")); // the host has no icon
    }
  }

  private static void inert(Chromium.Visit visit) {
    visit.page.waitForTimeout(200);
    assertThat(visit.page.evaluate("window.pwned")).isNull();
    assertThat(
            visit.page.evaluate(
                """
                () => {
                  const roots = [document, ...[...document.querySelectorAll('*')]
                    .map(element => element.shadowRoot).filter(Boolean)];
                  return roots.flatMap(root => [...root.querySelectorAll('*')])
                    .flatMap(element => [...element.attributes]
                      .filter(attribute => attribute.name.startsWith('on')
                        || /^(href|src|action|formaction|srcdoc|data|xlink:href)$/.test(attribute.name)
                        && /^\\s*(javascript|data:text|vbscript)/i.test(attribute.value))
                      .map(attribute => element.tagName + ' ' + attribute.name));
                }"""))
        .isEqualTo(List.of());
  }

  private Path network() throws IOException {
    Path folder = data.resolve("hostile");
    Files.createDirectories(folder.resolve("widgets"));
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        folder.resolve("handbill.yaml"),
        """
        network: {name: %s, url: "https://network.example.org"}
        languages: [en]
        """
            .formatted(quoted(ATTACKS.get(0))));
    StringBuilder items = new StringBuilder();
    StringBuilder page = new StringBuilder("<main><h2>Links</h2>");
    for (String attack : ATTACKS) {
      items.append(
          "  - {title: %s, url: \"https://x.example/\", summary: %s}\n"
              .formatted(quoted(attack), quoted(attack)));
      page.append("<h3>")
          .append(attack)
          .append("</h3><ul><li><a href=\"https://x.example/a\">")
          .append(attack)
          .append("</a> ")
          .append(attack)
          .append("</li><li><a href=\"")
          .append(attack.replace("\"", "&quot;"))
          .append("\">link</a></li></ul>\n");
    }
    Files.writeString(folder.resolve("pages/links.html"), page.toString());
    Files.writeString(
        folder.resolve("widgets/list.yaml"),
        "type: resources\ntitle: %s\ntext: %s\nsources: [{page: pages/links.html}]\nitems:\n%s"
            .formatted(quoted(ATTACKS.get(1)), quoted(String.join(" ", ATTACKS)), items));
    Files.writeString(
        folder.resolve("widgets/join.yaml"),
        """
        type: signup
        title: %s
        text: %s
        fields: [email, {name: name, label: %s, help: %s}]
        consent: {text: %s}
        success: {text: %s}
        """
            .formatted(
                quoted(ATTACKS.get(2)),
                quoted(String.join(" ", ATTACKS)),
                quoted(ATTACKS.get(3)),
                quoted(ATTACKS.get(29)),
                quoted("I agree. " + String.join(" ", ATTACKS)),
                quoted("Thanks. " + String.join(" ", ATTACKS))));
    return folder;
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
