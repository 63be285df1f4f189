package org.handbill.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handbill.server.store.Signup.State;
import org.jdbi.v3.core.Handle;

/** Sign-ups as they are read and changed. */
final class Signups {

  static final String COLUMNS =
      "s.id, s.submission_id, s.received_at, s.widget, s.member, s.source, s.language,"
          + " s.field_values, s.consent_version, s.controllers, s.state, s.test, s.confirmed_at,"
          + " s.unsubscribed_at";

  private Signups() {}

  /** Those of an address that are in one of the states, oldest first. */
  static List<Signup> of(Handle handle, String address, State... states) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from signup s where s.address = :address and s.state in (<states>)"
                + " order by s.received_at, s.id")
        .bind("address", address)
        .bindList("states", Arrays.stream(states).map(State::column).toList())
        .map((row, context) -> read(row))
        .list();
  }

  /** One that waits for its confirmation. */
  static Optional<Signup> pending(Handle handle, String id) {
    return handle
        .createQuery(
            "select " + COLUMNS + " from signup s where s.id = :id and s.state = 'pending'")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** False where it is no longer waiting. */
  static boolean confirm(Handle handle, Signup signup, String confirmedAt) {
    return handle.execute(
            "update signup set state = 'confirmed', confirmed_at = ?"
                + " where id = ? and state = 'pending'",
            confirmedAt,
            signup.id().toString())
        == 1;
  }

  static Signup read(ResultSet row) throws SQLException {
    return new Signup(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("submission_id")),
        Instant.parse(row.getString("received_at")),
        row.getString("widget"),
        row.getString("member"),
        row.getString("source"),
        row.getString("language"),
        Columns.values(row.getString("field_values")),
        row.getString("consent_version"),
        Columns.names(row.getString("controllers")),
        !row.getString("state").equals(State.ACCEPTED.column()),
        row.getInt("test") == 1,
        Optional.empty());
  }
}
