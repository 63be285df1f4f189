package org.handbill.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.handbill.server.store.SignupStore.Export;
import org.handbill.widget.model.Consent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every statement, in words that SQLite and PostgreSQL share. */
final class Sql {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private Sql() {}

  static void insert(Handle handle, List<Signup> signups) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into signup (id, submission_id, received_at, widget, member, language, email,
                field_values, consent_version)
            values (:id, :submissionId, :receivedAt, :widget, :member, :language, :email,
                :values, :consentVersion)
            on conflict (submission_id) do nothing
            """);
    for (Signup signup : signups) {
      batch
          .bind("id", signup.id().toString())
          .bind("submissionId", signup.submissionId().toString())
          .bind("receivedAt", signup.receivedAt().toString())
          .bind("widget", signup.widget())
          .bind("member", signup.member())
          .bind("language", signup.language())
          .bind("email", signup.values().getOrDefault("email", ""))
          .bind("values", JSON.writeValueAsString(signup.values()))
          .bind("consentVersion", signup.consentVersion())
          .add();
    }
    batch.execute();
  }

  static void insertWordings(Handle handle, List<Consent.Wording> wordings, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into consent_wording (version, language, wording, first_shown_at)
            values (:version, :language, :wording, :now)
            on conflict (version) do nothing
            """);
    for (Consent.Wording wording : wordings) {
      batch
          .bind("version", wording.version())
          .bind("language", wording.language().tag())
          .bind("wording", wording.text().html())
          .bind("now", now.toString())
          .add();
    }
    batch.execute();
  }

  static boolean hasWording(Handle handle, String version) {
    return handle
        .createQuery("select 1 from consent_wording where version = :version")
        .bind("version", version)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  static void export(Handle handle, Consumer<Export> row) {
    handle
        .createQuery(
            """
            select s.id, s.submission_id, s.received_at, s.widget, s.member, s.language,
                s.field_values, s.consent_version, w.wording
            from signup s left join consent_wording w on w.version = s.consent_version
            order by s.received_at, s.id
            """)
        .map(
            (result, context) ->
                new Export(
                    new Signup(
                        UUID.fromString(result.getString("id")),
                        UUID.fromString(result.getString("submission_id")),
                        Instant.parse(result.getString("received_at")),
                        result.getString("widget"),
                        result.getString("member"),
                        result.getString("language"),
                        JSON.readValue(result.getString("field_values"), VALUES),
                        result.getString("consent_version")),
                    Optional.ofNullable(result.getString("wording"))))
        .useStream(rows -> rows.forEach(row));
  }
}
