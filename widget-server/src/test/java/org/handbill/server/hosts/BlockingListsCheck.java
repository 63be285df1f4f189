package org.handbill.server.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.handbill.server.TestServer;
import org.handbill.server.browser.Chromium;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a blocking list has a rule for any of our addresses or names. The engine is one that
 * extensions use; the lists are those of AdGuard, which hold EasyList and EasyPrivacy, as npm has
 * them. They are 25 MB, so this is no part of the test line; the README has the command.
 */
class BlockingListsCheck {

  private static final String LISTS = "@adguard/dnr-rulesets@3.3.20260320140136";
  private static final Path SOURCES =
      Path.of("src/test/java/org/handbill/server/hosts/blocking").toAbsolutePath();
  private static final String ELSEWHERE = "https://widgets.example.org";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private Path engine;

  @BeforeEach
  void install() throws Exception {
    engine = folder.resolve("engine");
    Files.createDirectories(engine);
    for (String name : List.of("package.json", "package-lock.json", ".npmrc", "check.mjs")) {
      Files.copy(SOURCES.resolve(name), engine.resolve(name));
    }
    Command npm = Command.of("npm", "npm", engine);
    npm.run("ci", "--no-audit", "--no-fund", "--ignore-scripts");
    npm.run("pack", LISTS);
    try (Stream<Path> files = Files.list(engine)) {
      Path archive =
          files.filter(file -> file.toString().endsWith(".tgz")).findFirst().orElseThrow();
      Command.of("tar", "tar", engine).run("xzf", archive.toString());
    }
  }

  @Test
  void no_list_knows_us() throws Exception {
    try (TestServer server = TestServer.sample(folder.resolve("data"))) {
      List<List<String>> requests = requests(server);
      List<Document> markup = markup(server);
      JsonNode answer = ask(requests, markup);
      System.out.printf(
          "%n%,d rules, asked about %d addresses and %d pages: %d addresses blocked%n",
          answer.path("rules").asInt(),
          requests.size(),
          markup.size(),
          answer.path("blocked").size());
      assertThat(answer.path("rules").asInt()).isGreaterThan(100_000);
      assertThat(answer.path("blocked").valueStream().map(JsonNode::asString)).isEmpty();
      assertThat(hidden(server, answer.path("styles").asString())).isEmpty();
    }
  }

  /** Every address that a widget asks for, with the kind of request that a browser makes of it. */
  private static List<List<String>> requests(TestServer server) {
    List<List<String>> requests = new ArrayList<>();
    var assets = server.server().widgets().assets();
    assets.modules().keySet().forEach(path -> requests.add(List.of("/" + path, "script")));
    assets.pinned().keySet().forEach(path -> requests.add(List.of("/" + path, "script")));
    requests.add(List.of("/embed.js", "script"));
    requests.add(List.of("/frame.js", "script"));
    requests.add(List.of("/assets/page-" + assets.page().hash() + ".js", "script"));
    requests.add(List.of("/oembed?url=https%3A%2F%2Fwidgets.example.org%2Fw%2Fgive", "fetch"));
    for (String id : List.of("stay-informed", "give", "know-your-rights")) {
      for (String query : List.of("", "?lang=es&member=lakeside-alliance&theme=dark")) {
        requests.add(List.of("/w/" + id + ".js" + query, "script"));
        requests.add(List.of("/w/" + id + ".html" + query, "fetch"));
        requests.add(List.of("/w/" + id + ".json" + query, "fetch"));
        requests.add(List.of("/w/" + id + query, "sub_frame"));
        requests.add(List.of("/w/" + id + query, "main_frame"));
        requests.add(List.of("/w/" + id + query, "fetch"));
        requests.add(List.of("/w/" + id + "/challenge" + query, "fetch"));
      }
    }
    return requests.stream().map(one -> List.of(ELSEWHERE + one.get(0), one.get(1))).toList();
  }

  /** What a page around a widget holds, and our own pages. */
  private static List<Document> markup(TestServer server) throws Exception {
    List<Document> markup = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("../examples/sites"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        markup.add(Jsoup.parse(Files.readString(file)));
      }
    }
    for (String path : List.of("/", "/w/stay-informed", "/w/give", "/w/know-your-rights")) {
      markup.add(
          Jsoup.parse(
              new String(server.get(path).body(), StandardCharsets.UTF_8), ELSEWHERE + path));
    }
    return markup;
  }

  private JsonNode ask(List<List<String>> requests, List<Document> markup) throws Exception {
    TreeSet<String> classes = new TreeSet<>();
    TreeSet<String> ids = new TreeSet<>();
    TreeSet<String> links = new TreeSet<>();
    for (Document page : markup) {
      for (Element element : page.getAllElements()) {
        classes.addAll(element.classNames());
        ids.add(element.id());
        links.add(element.attr("href"));
      }
    }
    Map<String, Object> question =
        Map.of(
            "lists", engine.resolve("package/dist/filters/declarative").toString(),
            "requests", requests,
            "classes", classes,
            "ids", ids,
            "links", links);
    Path asked = engine.resolve("question.json");
    Files.writeString(asked, JSON.writeValueAsString(question));
    String said =
        Command.of("sh", "dash", engine).run("-c", "node check.mjs < " + asked.getFileName());
    return JSON.readTree(said.substring(said.indexOf('{')));
  }

  /** What of a page with all widgets the rules hide that hold on every page. */
  private static List<Object> hidden(TestServer server, String styles) throws Exception {
    String page =
        Files.readString(Path.of("../examples/sites/plain/index.html"))
            .replace("http://localhost:8080", server.url());
    List<String> selectors =
        Stream.of(styles.replaceAll("\\{[^}]*}", "\n").split("\n"))
            .map(String::strip)
            .filter(rule -> !rule.isEmpty())
            .map(rule -> rule.replaceAll(",$", ""))
            .toList();
    try (Chromium chromium = new Chromium();
        Chromium.Visit visit = chromium.visit()) {
      List<Object> found = new ArrayList<>();
      for (String path : List.of("plain", "/w/stay-informed", "/w/give", "/w/know-your-rights")) {
        if (path.equals("plain")) {
          visit.page.setContent(page);
          visit.page.waitForSelector(
              "[data-handbill] form",
              new Page.WaitForSelectorOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        } else {
          visit.page.navigate(server.url() + path);
        }
        found.addAll(
            (List<?>)
                visit.page.evaluate(
                    "selectors => selectors.filter(one => { try {"
                        + " return document.querySelector(one) } catch { return false } })",
                    selectors));
      }
      return found;
    }
  }
}
