package org.handbill.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What axe finds on a page, shadow roots and frames of any origin included. {@link AxeBuilder}
 * finds the same, but opens a blank page for each answer, and puts axe into a page twice.
 */
public final class Accessibility {

  /** Axe in a frame, which may then be asked by the frame around it. */
  private static final String AXE =
      "() => { if (!window.axe) {"
          + AxeBuilder.getAxeScript()
          + ";axe.configure({allowedOrigins: ['<unsafe_all_origins>']}) } }";

  /** A frame that axe could not look into is a fault too. */
  private static final String FAULTS =
      """
      async (options) => {
        const found = await axe.run({...options, resultTypes: ["violations"]});
        return found.violations
          .concat(found.incomplete.filter((rule) => rule.id === "frame-tested"))
          .map((rule) => rule.id + ": " + rule.nodes.map((node) => node.html).join(" "));
      }
      """;

  private static final int[] WIDTHS = {320, 1280};
  private static final int HEIGHT = 900;

  private Accessibility() {}

  /** Shows a page in light and in dark, narrow and wide, one after the other. */
  public static void inEveryLook(Page page, Consumer<String> check) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : WIDTHS) {
        page.setViewportSize(width, HEIGHT);
        check.accept(scheme + " " + width);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("no sideways scrolling at %d", width)
            .isEqualTo(width);
      }
    }
  }

  /** Each rule that is broken on a page, with what breaks it. */
  public static List<?> faults(Page page) {
    return faults(page, Map.of());
  }

  /** As {@link #faults(Page)}, by the rules that have one of those tags. */
  static List<?> faults(Page page, String... tags) {
    return faults(page, Map.of("runOnly", List.of(tags)));
  }

  private static List<?> faults(Page page, Map<String, ?> options) {
    for (Frame frame : page.frames()) {
      frame.evaluate(AXE);
    }
    return (List<?>) page.evaluate(FAULTS, options);
  }
}
