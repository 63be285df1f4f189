package org.handbill.server.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.SourceRecords.Link;
import org.handbill.widget.model.LinkHealth;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of links that were followed. */
final class LinkRecords {

  private LinkRecords() {}

  /** What is known of these. */
  static Map<URI, LinkHealth> find(Handle handle, Collection<URI> links) {
    Map<URI, LinkHealth> known = new HashMap<>();
    for (URI link : links) {
      handle
          .createQuery("select * from link_health where id = :id")
          .bind("id", SourceRecords.id(link))
          .map((row, context) -> health(row))
          .findFirst()
          .ifPresent(health -> known.put(link, health));
    }
    return known;
  }

  /** Keeps these; returns how many. */
  static int keep(Handle handle, Map<URI, LinkHealth> links) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into link_health (id, uri, state, moved_to, checked_at, since)
            values (:id, :uri, :state, :moved, :checked, :since)
            on conflict (id) do update set state = excluded.state,
                moved_to = excluded.moved_to, checked_at = excluded.checked_at,
                since = excluded.since
            """);
    links.forEach(
        (uri, health) ->
            batch
                .bind("id", SourceRecords.id(uri))
                .bind("uri", uri.toString())
                .bind("state", health.state().param())
                .bind("moved", health.movedTo().map(URI::toString).orElse(null))
                .bind("checked", Columns.time(health.checked()))
                .bind("since", Columns.time(health.since()))
                .add());
    return batch.execute().length;
  }

  /** All, those in trouble first. */
  static List<Link> all(Handle handle) {
    return handle
        .createQuery(
            """
            select * from link_health order by case state when 'dead' then 0
                when 'unreachable' then 1 when 'moved' then 2 when 'blocked' then 3
                else 4 end, uri
            """)
        .map((row, context) -> new Link(URI.create(row.getString("uri")), health(row)))
        .list();
  }

  private static LinkHealth health(ResultSet row) throws SQLException {
    return new LinkHealth(
        LinkHealth.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("moved_to")).map(URI::create),
        Instant.parse(row.getString("checked_at")),
        Instant.parse(row.getString("since")));
  }
}
