package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.text;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a member brought in can be joined: the donation platform and the network's CRM know the
 * member by the same code.
 */
class CreditTest {

  /** Platforms whose links carry credit: the form, and the parameter that carries it. */
  private static final Map<String, List<String>> PLATFORMS =
      Map.of(
          "actblue", List.of("https://secure.actblue.com/donate/open-doors", "refcode"),
          "donorbox", List.of("https://donorbox.org/open-doors", "utm_source"),
          "every-org", List.of("https://www.every.org/open-doors", "partner_donation_id"),
          "stripe", List.of("https://buy.stripe.com/5kA3eQ0Wz", "client_reference_id"),
          "paypal", List.of("https://www.paypal.com/donate?business=ABC123", "item_number"),
          "action-network", List.of("https://actionnetwork.org/fundraising/open-doors", "source"),
          "url-template", List.of("https://give.example.org/?from={source}", "from"));

  @TempDir Path folder;
  private final Crm crm = new Crm();

  @AfterEach
  void close() {
    crm.close();
  }

  private TestServer start() throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            "type: signup\ntitle: News\nfields: [email]\ndouble-opt-in: false\n");
    for (Map.Entry<String, List<String>> platform : PLATFORMS.entrySet()) {
      Files.writeString(
          network.resolve("widgets/" + platform.getKey() + ".yaml"),
          "type: donate\ntitle: Give\nplatform: %s\nform: '%s'\n"
              .formatted(platform.getKey(), platform.getValue().get(0)));
    }
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        members:
          - {id: lakeside, name: Lakeside, source-code: lwa_2026}
          - {id: riverbend, name: Riverbend}
        """,
        StandardOpenOption.APPEND);
    crm.receiveFrom(network);
    return TestServer.of(network, folder.resolve("data"));
  }

  /** The code that a gift from a member's page carries to the platform; empty for none. */
  private static String credited(TestServer server, String platform, String member) {
    String data = text(server.get("/w/" + platform + ".json?member=" + member));
    URI link = URI.create(JsonMapper.shared().readTree(data).at("/other/url").asString());
    String sign = Objects.requireNonNull(PLATFORMS.get(platform)).get(1) + "=";
    return Stream.of(String.valueOf(link.getRawQuery()).split("&", -1))
        .filter(pair -> pair.startsWith(sign))
        .map(pair -> pair.substring(sign.length()))
        .findFirst()
        .orElse("");
  }

  /** The code that a sign-up from a member's page carries to the CRM; empty for none. */
  private String told(TestServer server, String member) {
    int before = crm.events().size();
    assertThat(
            server
                .post(
                    "/w/news?member=" + member,
                    "{\"email\":\"" + member + "@example.org\",\"consent\":true}",
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(202);
    Eventually.until("the CRM is told", () -> crm.events().size() > before);
    return crm.events().get(before).data().path("source").asString("");
  }

  @Test
  void the_platform_and_the_crm_know_a_member_by_the_same_code() throws Exception {
    try (TestServer server = start()) {
      String code = told(server, "lakeside");
      assertThat(code).isEqualTo("lwa_2026");
      assertThat(PLATFORMS.keySet())
          .allSatisfy(
              platform ->
                  assertThat(credited(server, platform, "lakeside")).as(platform).isEqualTo(code));
    }
  }

  @Test
  void a_member_without_a_code_is_credited_nowhere() throws Exception {
    try (TestServer server = start()) {
      assertThat(told(server, "riverbend")).isEmpty();
      assertThat(PLATFORMS.keySet())
          .allSatisfy(
              platform ->
                  assertThat(credited(server, platform, "riverbend")).as(platform).isEmpty());
    }
  }
}
