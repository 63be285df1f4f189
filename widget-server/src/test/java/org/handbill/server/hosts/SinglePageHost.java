package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/**
 * A page that a framework builds in the browser: two routes, and a donate widget that somebody has
 * to ask for. It is built by Vite from what npm installs.
 */
abstract class SinglePageHost extends EveryHost {

  /** Installs and builds a site in a copy of its folder, and serves what came out. */
  String built(String name) {
    Path site = Site.copied(name, folder.resolve(name), server.url());
    Command npm = Command.of("npm", "npm", site);
    npm.run("ci", "--no-audit", "--no-fund");
    npm.run("run", "build");
    return kept(new FolderServer(site.resolve("dist"))).url() + "/";
  }

  @Override
  void read(Page page) {
    assertThat(email(page)).isVisible();
    button(page, "Help someone come home").click();
    assertThat(page.getByLabel("Give 35 US dollars once")).isVisible();
    route(page, "Know your rights").click();
    assertThat(page.getByText("Campaign toolkits", exactly())).isVisible();
    page.goBack();
    assertThat(email(page)).isVisible();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator route(Page page, String name) {
    return page.getByRole(AriaRole.NAVIGATION).getByText(name);
  }

  @Test
  void widgets_that_come_and_go_are_fetched_once_and_show_each_time() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(address);
      assertThat(email(visit.page)).isVisible();
      for (int round = 0; round < 3; round++) {
        button(visit.page, "Help someone come home").click();
        assertThat(visit.page.getByLabel("Give 35 US dollars once")).isVisible();
        button(visit.page, "Not now").click();
        assertThat(visit.page.getByLabel("Give 35 US dollars once")).hasCount(0);
        route(visit.page, "Know your rights").click();
        assertThat(visit.page.getByText("Campaign toolkits", exactly())).isVisible();
        route(visit.page, "The").first().click();
        assertThat(email(visit.page)).isVisible();
      }
      assertThat(visit.requests.stream().filter(url -> url.startsWith(server.url()))).hasSize(4);
      assertThat(visit.page.locator("script[src$='/embed.js']")).hasCount(1);
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void the_second_page_is_accessible_too() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(address + "?page=rights");
      assertThat(visit.page.getByText("Campaign toolkits", exactly())).isVisible();
      assertThat(faults(visit.page)).isEmpty();
    }
  }
}
