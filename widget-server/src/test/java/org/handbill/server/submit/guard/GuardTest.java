package org.handbill.server.submit.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbill.server.TestClock;
import org.handbill.server.Work;
import org.handbill.server.store.Buckets.Rate;
import org.handbill.server.store.Database;
import org.handbill.server.store.Signup.Proof;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.server.submit.guard.Guard.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuardTest {

  private static final Rate FEW = new Rate(3, Duration.ofMinutes(10));
  private static final Rate MANY = new Rate(1_000, Duration.ofMinutes(10));

  @TempDir Path data;
  private final TestClock clock = new TestClock();
  private Database database;
  private Guard guard;

  @BeforeEach
  void open() {
    database = Database.in(data, clock);
    guard = guard(new Limits(MANY, MANY, MANY, MANY, MANY, MANY, MANY));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Guard guard(Limits limits) {
    return Guard.on(database::secret, limits, new LocalBuckets(clock), clock);
  }

  /** A proof that is old enough. */
  private String proof(Guard guard, String widget) throws StoreUnavailableException {
    Map<String, Object> challenge = guard.challenge(widget).members();
    clock.advance(Challenges.YOUNGEST);
    return Work.solved(JsonMapper.shared().writeValueAsString(challenge));
  }

  private static Guard.Visit from(String client, String member, String email, String... typed) {
    Map<String, String> sent = new LinkedHashMap<>();
    for (int i = 0; i < typed.length; i += 2) {
      sent.put(typed[i], typed[i + 1]);
    }
    InetAddress address = AddressBlock.address(client).orElseThrow();
    return new Guard.Visit(address, "news", member, email, sent);
  }

  private static Guard.Visit visit(String... typed) {
    return from("192.0.2.1", "", "ana@example.org", typed);
  }

  private void assertCaught(String reason) {
    assertThat(guard.caught().snapshot())
        .allSatisfy(
            (name, count) -> assertThat(count).as(name).isEqualTo(name.equals(reason) ? 1 : 0))
        .containsKey(reason);
  }

  private static void assertUnproven(Verdict verdict, String code) {
    assertThat(verdict).isEqualTo(new Verdict.Unproven(code));
  }

  @Test
  void a_proof_passes_and_is_handed_over_to_be_used_up() throws Exception {
    String proof = proof(guard, "news");
    Verdict verdict = guard.check(visit("altcha", proof));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Passed.class,
            passed ->
                assertThat(passed.proof().map(Proof::id))
                    .contains(Work.decoded(proof).path("challenge").asString()));
    assertThat(guard.caught().snapshot().values()).containsOnly(0L);
  }

  @Test
  void without_a_proof_nothing_passes() throws Exception {
    assertUnproven(guard.check(visit()), "missing");
    assertCaught("no-proof");
  }

  @Test
  void a_proof_is_good_until_it_expires() throws Exception {
    String proof = proof(guard, "news");
    clock.advance(Challenges.GOOD_FOR.minus(Challenges.YOUNGEST).minusMillis(1));
    assertThat(guard.check(visit("altcha", proof))).isInstanceOf(Verdict.Passed.class);
    clock.advance(Duration.ofMillis(1));
    assertUnproven(guard.check(visit("altcha", proof)), "expired");
    assertCaught("expired");
  }

  @Test
  void a_proof_that_comes_at_once_is_no_persons() throws Exception {
    String proof = proof(guard, "news");
    clock.advance(Duration.ofMillis(-1));
    assertUnproven(guard.check(visit("altcha", proof)), "too-early");
    assertCaught("too-early");
  }

  @Test
  void a_proof_for_another_widget_is_no_proof() throws Exception {
    assertUnproven(guard.check(visit("altcha", proof(guard, "other"))), "missing");
    assertCaught("forged");
  }

  @Test
  void digits_cannot_be_moved_from_the_number_into_the_salt() throws Exception {
    JsonNode proof = Work.decoded(proof(guard, "news"));
    String number = proof.path("number").asString();
    for (int moved = 1; moved < number.length(); moved++) {
      String spliced =
          Work.encoded(
              proof.path("challenge").asString(),
              Integer.parseInt(number.substring(moved)),
              proof.path("salt").asString() + number.substring(0, moved),
              proof.path("signature").asString());
      assertUnproven(guard.check(visit("altcha", spliced)), "missing");
    }
  }

  @Test
  void what_nobody_signed_is_no_proof() throws Exception {
    JsonNode proof = Work.decoded(proof(guard, "news"));
    String challenge = proof.path("challenge").asString();
    String salt = proof.path("salt").asString();
    int number = proof.path("number").intValue();
    String signature = proof.path("signature").asString();
    String longer = salt.replaceFirst("expires=[0-9]+", "expires=99999999999");
    for (String forged :
        List.of(
            Work.encoded(challenge, number, salt, signature.replaceFirst(".", "g")),
            Work.encoded(challenge, number, salt, ""),
            Work.encoded(challenge, number + 1, salt, signature),
            Work.encoded(challenge, number, longer, signature),
            "e30=",
            "bm8=",
            "W10=",
            "%%%",
            "a".repeat(5_000))) {
      assertUnproven(guard.check(visit("altcha", forged)), "missing");
    }
    assertThat(guard.caught().snapshot()).containsEntry("forged", 9L);
  }

  @Test
  void a_challenge_of_another_house_is_none_of_ours(@TempDir Path elsewhere) throws Exception {
    try (Database other = Database.in(elsewhere, clock)) {
      Guard stranger = Guard.on(other::secret, Limits.USUAL, new LocalBuckets(clock), clock);
      assertUnproven(guard.check(visit("altcha", proof(stranger, "news"))), "missing");
    }
    assertCaught("forged");
  }

  private String pass(Guard.Visit visit) throws StoreUnavailableException {
    return ((Verdict.OneMoreStep) guard.oneMoreStep(visit)).pass();
  }

  @Test
  void a_pass_stands_in_for_proof_once_there_was_time_to_read() throws Exception {
    String pass = pass(visit());
    assertUnproven(guard.check(visit("pass", pass)), "too-early");
    clock.advance(Passes.YOUNGEST);
    assertThat(guard.check(visit("pass", pass)))
        .isInstanceOfSatisfying(
            Verdict.Passed.class,
            passed -> assertThat(passed.proof().map(Proof::id)).contains(pass.split("\\.")[0]));
    clock.advance(Passes.GOOD_FOR);
    assertUnproven(guard.check(visit("pass", pass)), "expired");
  }

  @Test
  void a_pass_that_came_too_early_stays_good() throws Exception {
    String pass = pass(visit());
    assertThat(pass(visit("pass", pass))).isEqualTo(pass);
    clock.advance(Passes.GOOD_FOR);
    assertThat(pass(visit("pass", pass))).isNotEqualTo(pass);
  }

  @Test
  void a_pass_is_for_one_address_and_one_widget() throws Exception {
    String pass = pass(visit());
    clock.advance(Passes.YOUNGEST);
    assertUnproven(guard.check(from("192.0.2.1", "", "sam@example.org", "pass", pass)), "missing");
    Guard.Visit here = visit("pass", pass);
    assertUnproven(
        guard.check(new Guard.Visit(here.client(), "other", "", here.email(), here.typed())),
        "missing");
    assertThat(guard.check(from("192.0.2.1", "", "Ana@Example.org", "pass", pass)))
        .isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "..", "0.0.0"})
  void a_made_up_pass_is_none(String pass) throws Exception {
    assertUnproven(guard.check(visit("pass", pass)), "missing");
    assertCaught("forged");
  }

  @Test
  void a_filled_in_trap_is_automatic() {
    assertThat(guard.isAutomatic(Map.of("website", "https://spam.example"))).isTrue();
    assertThat(guard.isAutomatic(Map.of("website", ""))).isFalse();
    assertThat(guard.isAutomatic(Map.of())).isFalse();
    assertCaught("honeypot");
  }

  private int passed(int tries, java.util.function.IntFunction<Guard.Visit> visits)
      throws StoreUnavailableException {
    int passed = 0;
    for (int i = 0; i < tries; i++) {
      if (guard.check(visits.apply(i)) instanceof Verdict.Passed) {
        passed++;
      }
    }
    return passed;
  }

  @Test
  void one_address_is_limited_until_time_has_passed() throws Exception {
    guard = guard(new Limits(FEW, MANY, MANY, MANY, MANY, MANY, MANY));
    String proof = proof(guard, "news");
    assertThat(passed(5, i -> from("192.0.2.1", "", "p" + i + "@a.example", "altcha", proof)))
        .isEqualTo(3);
    assertThat(guard.check(from("192.0.2.1", "", "q@a.example", "altcha", proof)))
        .isInstanceOfSatisfying(
            Verdict.Busy.class,
            busy -> assertThat(busy.retryAfter()).isPositive().isLessThan(Duration.ofMinutes(4)));
    assertThat(guard.check(from("192.0.2.2", "", "q@a.example", "altcha", proof)))
        .isInstanceOf(Verdict.Passed.class);
    clock.advance(Duration.ofMinutes(4));
    assertThat(guard.check(from("192.0.2.1", "", "q@a.example", "altcha", proof)))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(guard.caught().snapshot()).containsEntry("limit-address", 3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.", "2001:db8:0:"})
  void the_addresses_around_are_limited_together(String around) throws Exception {
    guard = guard(new Limits(MANY, FEW, MANY, MANY, MANY, MANY, MANY));
    String proof = proof(guard, "news");
    String end = around.contains(":") ? "::1" : "";
    assertThat(
            passed(
                5, i -> from(around + (i + 1) + end, "", "p" + i + "@a.example", "altcha", proof)))
        .isEqualTo(3);
  }

  @Test
  void one_ipv6_network_counts_as_one_address() throws Exception {
    guard = guard(new Limits(FEW, MANY, MANY, MANY, MANY, MANY, MANY));
    String proof = proof(guard, "news");
    assertThat(passed(5, i -> from("2001:db8::" + i, "", "p" + i + "@a.example", "altcha", proof)))
        .isEqualTo(3);
  }

  @Test
  void one_email_address_is_limited_however_it_is_written() throws Exception {
    guard = guard(new Limits(MANY, MANY, MANY, MANY, FEW, MANY, MANY));
    String proof = proof(guard, "news");
    List<String> written = List.of("a@b.example", "A@b.example", "a@B.example", "A@B.EXAMPLE");
    assertThat(passed(4, i -> from("192.0.2.1", "", written.get(i), "altcha", proof))).isEqualTo(3);
    assertCaught("limit-email");
  }

  @Test
  void one_member_is_limited_and_so_is_everything() throws Exception {
    guard = guard(new Limits(MANY, MANY, MANY, MANY, MANY, FEW, new Rate(5, Duration.ofHours(1))));
    String proof = proof(guard, "news");
    assertThat(passed(4, i -> from("192.0.2.1", "lake", "p" + i + "@a.example", "altcha", proof)))
        .isEqualTo(3);
    assertCaught("limit-member");
    assertThat(passed(4, i -> from("192.0.2.1", "", "q" + i + "@a.example", "altcha", proof)))
        .isEqualTo(2);
    assertThat(guard.caught().snapshot()).containsEntry("limit-total", 2L);
  }

  @Test
  void pages_with_a_button_are_limited_on_their_own() throws Exception {
    guard = guard(new Limits(MANY, MANY, FEW, MANY, MANY, MANY, MANY));
    for (int i = 0; i < 3; i++) {
      assertThat(guard.oneMoreStep(visit())).isInstanceOf(Verdict.OneMoreStep.class);
    }
    assertThat(guard.oneMoreStep(visit())).isInstanceOf(Verdict.Busy.class);
    assertThat(guard.check(visit("altcha", proof(guard, "news"))))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void a_guard_that_is_off_lets_all_through() throws Exception {
    Guard off = Guard.off(database::secret, clock);
    assertThat(off.check(visit())).isInstanceOf(Verdict.Passed.class);
    assertThat(off.isAutomatic(Map.of("website", "x"))).isFalse();
  }
}
