package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/** WordPress: pasted snippets and addresses without our plugin, and everything with it. */
class WordPressTest extends EveryHost {

  private static final Path PLUGIN = Path.of("../examples/sites/wordpress/handbill");

  private WordPress wordPress;

  @Override
  String serve() {
    wordPress = kept(new WordPress(folder.resolve("wordpress"), PLUGIN, server.url()));
    wordPress.plugin(true);
    try (Chromium.Visit visit = browser.visit()) {
      settings(visit.page, server.url() + "/", "lakeside-alliance");
      assertThat(visit.page.getByText("Settings saved.")).isVisible();
    }
    return wordPress.publish(
        WordPress.AUTHOR,
        "What you can do this week",
        """
        <!-- wp:paragraph --><p>Forty of us stood at the gate on Friday. Here is what helps until the next time.</p><!-- /wp:paragraph -->
        <!-- wp:handbill/widget {"widget":"stay-informed","text":"Stay informed","height":"max(576px,724px - 20vw)"} /-->
        <!-- wp:shortcode -->[handbill widget="give" lang="en" height="max(432px,690px - 46vw)"]Help someone come home[/handbill]<!-- /wp:shortcode -->
        <!-- wp:html -->%s<!-- /wp:html -->
        """
            .formatted(
                quick("know-your-rights", "Know your rights", "max(1440px,4325px - 570vw)")));
  }

  /** The quick snippet, as the builder hands it out. */
  private String quick(String id, String words, String height) {
    String query = "?lang=en&amp;member=lakeside-alliance";
    return """
    <div data-handbill="%1$s%2$s" style="min-height:%4$s"><a href="%5$s/w/%1$s%2$s">%3$s</a></div>
    <script async src="%5$s/w/%1$s.js%2$s" referrerpolicy="no-referrer"></script>
    """
        .formatted(id, query, words, height, server.url());
  }

  private void settings(Page page, String widgets, String member) {
    login(page);
    page.navigate(wordPress.url() + "/wp-admin/options-general.php?page=handbill");
    page.getByLabel("Widget server").fill(widgets);
    page.getByLabel("Your organization").fill(member);
    page.getByText("Save Changes").click();
  }

  private void login(Page page) {
    page.navigate(wordPress.url() + "/wp-login.php");
    page.locator("#user_login").fill(WordPress.ADMINISTRATOR);
    page.locator("#user_pass").fill(WordPress.PASSWORD);
    page.locator("#wp-submit").click();
    page.waitForURL("**/wp-admin/**");
  }

  @Test
  void the_link_of_an_authors_paste_stays_without_the_plugin() {
    String post =
        wordPress.publish(
            WordPress.AUTHOR,
            "Hear from us",
            "<!-- wp:html -->"
                + quick("stay-informed", "Stay informed", "36rem")
                + "<!-- /wp:html -->");
    wordPress.plugin(false);
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(post);
      assertThat(visit.page.locator("script[src*='/w/stay-informed.js']")).hasCount(0);
      places(visit.page).getByText("Stay informed").click();
      assertThat(visit.page.getByText("You came here from Lakeside")).isVisible();
    } finally {
      wordPress.plugin(true);
    }
  }

  @Test
  void a_pasted_address_is_a_widget_in_a_sandbox_without_the_plugin() {
    wordPress.plugin(false);
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(wordPress.publish(WordPress.AUTHOR, "A letter", pasted("stay-informed")));
      Locator frame = visit.page.locator("iframe.wp-embedded-content");
      assertThat(frame).hasAttribute("sandbox", "allow-scripts");
      FrameLocator inside = visit.page.frameLocator("iframe.wp-embedded-content");
      assertThat(inside.getByLabel("E-mail address")).isVisible();
      FrameHeight.follows(frame);
      inside.getByRole(AriaRole.BUTTON, named("Sign up")).click();
      assertThat(inside.getByText("Please tick the box")).isVisible();
      FrameHeight.follows(frame);
      inside.getByLabel("E-mail address").fill("sandboxed@example.org");
      inside.getByRole(AriaRole.CHECKBOX).check();
      inside.getByRole(AriaRole.BUTTON, named("Sign up")).click();
      assertThat(inside.getByText("good to have you with us")).isVisible();
      assertThat(visit.traces()).isEmpty();
    } finally {
      wordPress.plugin(true);
    }
    assertThat(signups()).contains("\"email\":\"sandboxed@example.org\"");
  }

  @Test
  void a_pasted_address_passes_untouched_with_the_plugin() {
    String post = wordPress.publish(WordPress.AUTHOR, "A list", pasted("know-your-rights"));
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(post);
      Locator frame = visit.page.locator("iframe[src*='/w/know-your-rights']");
      assertThat(frame).not().hasClass("wp-embedded-content");
      frame.scrollIntoViewIfNeeded();
      FrameHeight.follows(frame);
      assertThat(visit.console).isEmpty();
    }
  }

  /** What the editor makes of an address that is pasted on a line of its own. */
  private String pasted(String id) {
    return """
    <!-- wp:paragraph --><p>Read on:</p><!-- /wp:paragraph -->
    <!-- wp:embed {"url":"%1$s"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
    %1$s
    </div></figure><!-- /wp:embed -->
    """
        .formatted(server.url() + "/w/" + id + "?lang=en");
  }

  private static FrameLocator.GetByRoleOptions named(String name) {
    return new FrameLocator.GetByRoleOptions().setName(name);
  }

  @Test
  void the_loader_comes_once_however_many_widgets_a_page_has() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(address);
      assertThat(visit.page.locator("script[src$='/embed.js'][async]")).hasCount(1);
      assertThat(visit.page.locator("script[src$='/embed.js']"))
          .hasAttribute("referrerpolicy", "no-referrer");
      visit.page.navigate(wordPress.url() + "/?page_id=2");
      assertThat(visit.page.locator("script[src*='/embed']")).hasCount(0);
    }
  }

  @Test
  void the_block_shows_its_widget_in_the_editor() {
    try (Chromium.Visit visit = browser.visit()) {
      login(visit.page);
      visit.page.navigate(wordPress.url() + "/wp-admin/post-new.php");
      visit.page.waitForFunction("() => window.wp?.blocks?.getBlockType('handbill/widget')");
      visit.page.evaluate(
          "() => { wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide');"
              + "wp.data.dispatch('core/block-editor').insertBlock("
              + "wp.blocks.createBlock('handbill/widget')); }");
      Locator block = visit.page.locator("[data-type='handbill/widget']");
      block.getByLabel("Widget").fill("give");
      assertThat(block.frameLocator("iframe").getByLabel("Give 35 US dollars once")).isVisible();
    }
  }

  @Test
  void what_cannot_be_used_as_a_setting_is_refused_and_changes_nothing() {
    try (Chromium.Visit visit = browser.visit()) {
      settings(visit.page, "javascript:alert(1)", "\"><script>");
      assertThat(visit.page.getByText("That is no web address")).isVisible();
      assertThat(visit.page.getByText("An id has small letters")).isVisible();
      assertThat(visit.page.getByLabel("Widget server")).hasValue(server.url());
      assertThat(visit.page.getByLabel("Your organization")).hasValue("lakeside-alliance");
    }
  }

  @Test
  void a_shortcode_writes_nothing_that_it_was_not_meant_to() {
    String post =
        wordPress.publish(
            WordPress.AUTHOR,
            "Odd",
            "[handbill widget='give' lang='es\" onclick=\"alert(1)' height='1px;position:fixed']"
                + "<b>Words</b>[/handbill] [handbill widget='give\" onclick=\"alert(1)']");
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(post);
      assertThat(places(visit.page)).hasCount(1);
      assertThat(visit.page.locator("[data-handbill] > a")).hasText("Words");
      assertThat(visit.page.locator("[onclick*=alert], [style*=fixed]")).hasCount(0);
      assertThat(visit.console).isEmpty();
    }
  }
}
