package org.handbill.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What an operator can write out, as rows of named columns. The names are the command line's. */
public enum Report {

  /** Every sign-up, whatever it has come to. */
  signups(
      List.of(
          "id",
          "received-at",
          "state",
          "confirmed-at",
          "unsubscribed-at",
          "test",
          "widget",
          "member",
          "lang",
          "email"),
      List.of("consent-version", "consent-text"),
      true,
      Report::signup),

  /** The consent receipt of every sign-up: who agreed to what, when, in which words. */
  receipts(
      List.of(
          "id",
          "email",
          "given-at",
          "confirmed-at",
          "withdrawn-at",
          "widget",
          "member",
          "controllers",
          "consent-version",
          "consent-lang",
          "consent-text"),
      List.of(),
      false,
      Report::receipt);

  private final List<String> first;
  private final List<String> last;
  private final boolean withFields;
  private final Function<SignupStore.Export, Map<String, String>> row;

  Report(
      List<String> first,
      List<String> last,
      boolean withFields,
      Function<SignupStore.Export, Map<String, String>> row) {
    this.first = first;
    this.last = last;
    this.withFields = withFields;
    this.row = row;
  }

  /** The columns: the fixed ones, and between them one for each field of any form. */
  List<String> columns(SignupStore store) throws StoreUnavailableException {
    Set<String> columns = new LinkedHashSet<>(first);
    if (withFields) {
      store.export(export -> columns.addAll(export.signup().values().keySet()));
    }
    last.forEach(columns::remove);
    columns.addAll(last);
    return new ArrayList<>(columns);
  }

  /** Hands over every row, oldest first; what a row does not have is absent. */
  void rows(SignupStore store, Consumer<Map<String, String>> consumer)
      throws StoreUnavailableException {
    store.export(export -> consumer.accept(row.apply(export)));
  }

  private static Map<String, String> signup(SignupStore.Export export) {
    Signup signup = export.signup();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", signup.id().toString());
    row.put("received-at", signup.receivedAt().toString());
    row.put("state", export.state().column());
    row.put("confirmed-at", time(export.confirmedAt()));
    row.put("unsubscribed-at", time(export.unsubscribedAt()));
    row.put("test", String.valueOf(signup.test()));
    row.put("widget", signup.widget());
    row.put("member", signup.member());
    row.put("lang", signup.language());
    signup.values().forEach(row::putIfAbsent);
    row.put("consent-version", signup.consentVersion());
    row.put("consent-text", export.wording());
    return row;
  }

  private static Map<String, String> receipt(SignupStore.Export export) {
    Signup signup = export.signup();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", signup.id().toString());
    row.put("email", signup.email());
    row.put("given-at", signup.receivedAt().toString());
    row.put("confirmed-at", time(export.confirmedAt()));
    row.put("withdrawn-at", time(export.unsubscribedAt()));
    row.put("widget", signup.widget());
    row.put("member", signup.member());
    row.put("controllers", String.join("; ", signup.controllers()));
    row.put("consent-version", signup.consentVersion());
    row.put("consent-lang", export.wordingLanguage());
    row.put("consent-text", export.wording());
    return row;
  }

  private static String time(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse("");
  }
}
