package org.handbill.server.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/** A page whose policy allows next to nothing. */
class StrictCspTest extends EveryHost {

  @Override
  String serve() {
    Path site = Site.copied("strict-csp", folder.resolve("strict-csp"), server.url());
    return kept(Nginx.of(site, 8081)).url() + "/";
  }

  @Test
  void nothing_is_refused() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.context.addInitScript(
          "self.refused = []; addEventListener('securitypolicyviolation',"
              + " ({violatedDirective}) => refused.push(violatedDirective))");
      visit.page.navigate(address);
      read(visit.page);
      signUp(visit.page, "strict@example.org");
      assertThat(visit.page.evaluate("refused")).isEqualTo(List.of());
    }
  }

  @Test
  void its_policy_is_strict_and_no_two_answers_have_the_same_nonce() {
    try (Chromium.Visit visit = browser.visit()) {
      assertThat(policy(visit))
          .contains("default-src 'none'", "script-src 'nonce-", "trusted-types 'none'")
          .contains("require-trusted-types-for 'script'")
          .doesNotContain("unsafe")
          .isNotEqualTo(policy(visit));
    }
  }

  private String policy(Chromium.Visit visit) {
    Response answer = visit.page.navigate(address);
    return answer.headers().getOrDefault("content-security-policy", "");
  }
}
