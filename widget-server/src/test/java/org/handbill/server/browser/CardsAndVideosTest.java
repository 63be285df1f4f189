package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.handbill.server.Eventually;
import org.handbill.server.Networks;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists with pictures: reports on cards, and videos that play where they stand. */
class CardsAndVideosTest {

  /** A member's policy that lets pictures in. */
  private static final String STRICT =
      "default-src 'none'; script-src 'nonce-abc'; connect-src *; img-src data: *;"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final String PLAYERS = "; frame-src https://www.youtube-nocookie.com";

  private static final String PAGE =
      """
      <main><h2>To read and to see</h2>
      <article><img src="/cover.png" alt=""><h3><a href="https://a.example/1">Counting the days</a></h3>
      <p>What the records of forty places say.</p></article>
      <article><img src="/cover.png" alt=""><h3><a href="https://youtu.be/abcdefghijk">At the
      door</a></h3></article></main>
      """;

  @TempDir static Path folder;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    host = new HostSite();
    ByteArrayOutputStream cover = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB), "png", cover);
    host.picture("/cover.png", cover.toByteArray());
    host.page("/list", PAGE);
    Path network = Networks.minimal(folder.resolve("network"), list("cards"));
    Files.writeString(network.resolve("widgets/videos.yaml"), list("videos"));
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        network: {name: Test Network, url: "https://network.example.org"}
        languages: [en, es, ar]
        """);
    server = TestServer.of(network, folder.resolve("data"));
    chromium = new Chromium();
    Eventually.until("the pictures are there", () -> pictured("news") && pictured("videos"));
  }

  private static String list(String layout) {
    return """
        type: resources
        title: To read and to see
        layout: %s
        sources: [{page: "%s/list", allow-private: true}]
        """
        .formatted(layout, host.url());
  }

  private static boolean pictured(String id) {
    return TestServer.text(server.get("/w/" + id + ".html")).contains("/pictures/");
  }

  @AfterAll
  static void stop() {
    chromium.close();
    host.close();
    server.close();
  }

  private static String embedded(String id, String policy) {
    return host.embedding(
        "/" + id, server.url(), id + "?lang=en", "Content-Security-Policy", policy);
  }

  /** Whatever is no address of this machine is a video's host here. */
  private static Chromium.Visit visit() {
    Chromium.Visit visit = chromium.visit();
    visit.context.route(
        url -> url.startsWith("https://"),
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody("<p>A player</p>")));
    return visit;
  }

  private static Locator video(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("At the door (Play)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"news", "videos"})
  void pictures_come_from_the_widget_server(String id) {
    try (Chromium.Visit visit = visit()) {
      visit.page.navigate(embedded(id, STRICT));
      Locator picture = visit.page.locator("img").first();
      picture.scrollIntoViewIfNeeded();
      assertThat(picture).hasJSProperty("naturalWidth", 640);
      assertThat(picture).hasAttribute("alt", "");
      assertThat(visit.requests).anyMatch(url -> url.startsWith(server.url() + "/pictures/"));
      assertThat(visit.requests)
          .noneMatch(url -> url.contains("cover.png") || url.startsWith("https://"));
      assertThat(visit.console).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Enter", " "})
  void a_press_plays_a_video_in_its_place(String key) {
    try (Chromium.Visit visit = visit()) {
      visit.page.navigate(embedded("videos", STRICT + PLAYERS));
      video(visit.page).focus();
      assertThat(visit.requests).noneMatch(url -> url.contains("youtu"));
      visit.page.keyboard().press(key);
      Locator player = visit.page.locator("iframe");
      assertThat(player)
          .hasAttribute(
              "src", "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0");
      assertThat(player).hasAttribute("title", "At the door");
      assertThat(player).isFocused();
      assertThat(visit.page.frameLocator("iframe").getByText("A player")).isVisible();
      assertThat(visit.page.locator("a[target=_blank]")).containsText("(opens in a new tab)");
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void the_list_s_own_page_lets_its_players_in() {
    try (Chromium.Visit visit = visit()) {
      visit.page.navigate(server.url() + "/w/videos");
      video(visit.page).click();
      assertThat(visit.page.frameLocator("iframe").getByText("A player")).isVisible();
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void where_a_page_forbids_players_the_video_s_own_page_opens() {
    try (Chromium.Visit visit = visit()) {
      visit.page.navigate(embedded("videos", STRICT));
      Page opened = visit.context.waitForPage(() -> video(visit.page).click());
      assertThat(opened).hasURL(Pattern.compile("https://youtu\\.be/abcdefghijk"));
      assertThat(visit.page.locator("iframe")).hasCount(0);
      assertThat(visit.page.locator("a[target=_blank] img")).isVisible();
    }
  }

  @Test
  void the_button_that_copies_a_video_s_link_is_called_by_its_title_alone() {
    try (Chromium.Visit visit = visit()) {
      visit.page.navigate(server.url() + "/w/videos?lang=en");
      video(visit.page).focus();
      Locator button = visit.page.locator("li:has([data-player]) .c");
      assertThat(button).hasAttribute("aria-label", "Copy link: At the door");
    }
  }

  @Test
  void without_scripts_a_video_is_a_link() {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/videos");
      Locator video = visit.page.locator("a[target=_blank]");
      assertThat(video).hasAttribute("href", "https://youtu.be/abcdefghijk");
      assertThat(video).containsText("(opens in a new tab)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"news", "videos"})
  void everybody_can_use_them(String id) {
    for (String language : List.of("en", "ar")) {
      try (Chromium.Visit visit = chromium.visit()) {
        visit.page.setViewportSize(320, 900);
        visit.page.navigate(server.url() + "/w/" + id + "?lang=" + language);
        Accessibility.inEveryLook(
            visit.page,
            look ->
                assertThat(Accessibility.faults(visit.page)).as("%s %s", language, look).isEmpty());
      }
    }
  }
}
