package org.handbill.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Consent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The wordings that consent was ever given by; none is ever taken away. */
final class Wordings {

  private Wordings() {}

  static void insert(Handle handle, List<Consent.Wording> wordings, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into consent_wording (version, language, wording, controllers, first_shown_at)
            values (:version, :language, :wording, :controllers, :now)
            on conflict (version) do nothing
            """);
    for (Consent.Wording wording : wordings) {
      batch
          .bind("version", wording.version())
          .bind("language", wording.language().tag())
          .bind("wording", wording.text().html())
          .bind("controllers", Columns.json(wording.controllers()))
          .bind("now", Columns.time(now))
          .add();
    }
    batch.execute();
  }

  /** Who receives the data by that wording; empty where it was never shown. */
  static Optional<List<String>> controllers(Handle handle, String version) {
    return handle
        .createQuery("select controllers from consent_wording where version = :version")
        .bind("version", version)
        .mapTo(String.class)
        .findFirst()
        .map(Columns::names);
  }

  /** The very words, as clean HTML; empty where they are not on record. */
  static String text(Handle handle, String version) {
    return handle
        .createQuery("select wording from consent_wording where version = :version")
        .bind("version", version)
        .mapTo(String.class)
        .findFirst()
        .orElse("");
  }
}
