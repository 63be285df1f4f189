package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.handbill.server.browser.Accessibility;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/**
 * A page that a framework builds in the browser: two routes, and a donate widget that somebody has
 * to ask for. It is built by Vite from what npm installs.
 */
abstract class SinglePageHost extends EveryHost {

  private static final String EMAIL = "E-mail address";
  private static final String GIFT = "Give 35 US dollars once";
  private static final String SEARCH = "Search this list";
  private static final String ASKED_FOR = "Help someone come home";
  private static final String OTHER_ROUTE = "Know your rights";

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
    assertThat(page.getByLabel(EMAIL)).isVisible();
    button(page, ASKED_FOR).click();
    assertThat(page.getByLabel(GIFT)).isVisible();
    route(page, OTHER_ROUTE).click();
    assertThat(page.getByLabel(SEARCH)).isVisible();
    page.goBack();
    assertThat(page.getByLabel(EMAIL)).isVisible();
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
      assertThat(visit.page.getByLabel(EMAIL)).isVisible();
      for (int round = 0; round < 3; round++) {
        button(visit.page, ASKED_FOR).click();
        assertThat(visit.page.getByLabel(GIFT)).isVisible();
        button(visit.page, "Not now").click();
        assertThat(visit.page.getByLabel(GIFT)).hasCount(0);
        route(visit.page, OTHER_ROUTE).click();
        assertThat(visit.page.getByLabel(SEARCH)).isVisible();
        route(visit.page, "The").first().click();
        assertThat(visit.page.getByLabel(EMAIL)).isVisible();
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
      assertThat(visit.page.getByLabel(SEARCH)).isVisible();
      assertThat(Accessibility.faults(visit.page)).isEmpty();
    }
  }
}
