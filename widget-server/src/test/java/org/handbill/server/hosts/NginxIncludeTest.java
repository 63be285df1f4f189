package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.handbill.server.TestServer;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/** nginx puts the widgets into the page. */
class NginxIncludeTest extends EveryHost {

  @Override
  String serve() {
    return served("nginx-include", server.url());
  }

  private String served(String to, String widgets) {
    Path site = Site.copied("nginx-include", folder.resolve(to), widgets);
    Site.change(
        site.resolve("site.conf"), "/var/cache/nginx-handbill", site.resolve("cache").toString());
    return kept(Nginx.of(site, 8082)).url() + "/";
  }

  private static Browser.NewContextOptions withoutScripts() {
    return new Browser.NewContextOptions().setJavaScriptEnabled(false);
  }

  @Test
  void without_scripts_every_widget_shows_and_a_signup_arrives() {
    try (Chromium.Visit visit = browser.visit(withoutScripts())) {
      visit.page.navigate(address);
      read(visit.page);
      visit.page.getByLabel("E-mail address").fill("scriptless@example.org");
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      button(visit.page, "Sign up").click();
      visit.page.waitForTimeout(2_500); // nobody reads that page faster
      button(visit.page, "Finish signing up").click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
    }
    assertThat(signups()).contains("\"email\":\"scriptless@example.org\"");
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void when_the_widget_server_is_gone_the_last_copy_stays() {
    TestServer mortal = TestServer.sample(folder.resolve("mortal"));
    String page = served("last-copy", mortal.url());
    try (Chromium.Visit visit = browser.visit(withoutScripts())) {
      visit.page.navigate(page);
      read(visit.page);
      mortal.close();
      visit.page.navigate(page);
      read(visit.page);
    }
  }

  @Test
  void where_there_never_was_a_copy_the_links_stand() {
    try (Chromium.Visit visit = browser.visit(withoutScripts())) {
      visit.page.navigate(served("no-copy", "http://127.0.0.1:" + Nginx.freePort()));
      for (String words :
          new String[] {"Stay informed", "Help someone come home", "Know your rights, find help"}) {
        assertThat(visit.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)))
            .isVisible();
      }
    }
  }

  @Test
  void nobody_can_ask_the_site_for_a_widget_of_its_own() {
    try (Chromium.Visit visit = browser.visit()) {
      assertThat(visit.page.navigate(address + "handbill/give.html").status()).isEqualTo(404);
    }
  }
}
