package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/** A site that Hugo builds, with the shortcode. */
class HugoTest extends EveryHost {

  @Override
  String serve() {
    Path site = Site.copied("hugo", folder.resolve("hugo"), server.url());
    build(site);
    return kept(new FolderServer(site.resolve("public"))).url() + "/";
  }

  private static void build(Path site) {
    Command.of("hugo", "hugo", site).with("HUGO_CACHEDIR", site + "/cache").run();
  }

  @Test
  void a_page_in_another_language_shows_its_widgets_in_it() {
    try (Chromium.Visit visit = browser.visit()) {
      var labelled = new Page.GetByLabelOptions().setExact(true);
      visit.page.navigate(address + "es/");
      assertThat(visit.page.getByLabel("Correo electrónico", labelled)).isVisible();
      places(visit.page).last().scrollIntoViewIfNeeded();
      assertThat(visit.page.getByLabel("Buscar en esta lista")).isVisible();
    }
  }

  @Test
  void a_shortcode_that_names_no_widget_fails_the_build() {
    Path site = Site.copied("hugo", folder.resolve("hugo-odd"), server.url());
    Site.change(site.resolve("content/_index.es.md"), "widget=\"give\"", "widget=\"<give>\"");
    assertThatThrownBy(() -> build(site))
        .hasMessageContaining("handbill: name a widget")
        .hasMessageContaining("_index.es.md");
  }
}
