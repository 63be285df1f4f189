package org.handbill.server.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.assets.Assets.Asset;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Picture;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.source.SourceMemory;
import org.handbill.widget.source.SourceStatus;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The last good copies of sources, the health of links, and pictures. A change of a source's state
 * queues a notice to the editors in the same transaction. Thread-safe.
 */
public final class SourceRecords implements SourceMemory {

  private static final Duration GATHERED_FOR = Duration.ofMinutes(1);

  private final Database database;

  public SourceRecords(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Kept> source(URI uri) {
    return read(
        handle ->
            handle
                .createQuery("select * from source_copy where id = :id")
                .bind("id", id(uri))
                .map(SourceRecords::kept)
                .findFirst());
  }

  @Override
  public void keep(Kept source) {
    SourceStatus status = source.status();
    write(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into source_copy (id, uri, state, reason, since, good_at, bytes,
                      media_type, base, modified, etag, last_modified)
                  values (:id, :uri, :state, :reason, :since, :good, :bytes,
                      :type, :base, :modified, :etag, :lastModified)
                  on conflict (id) do update set state = excluded.state,
                      reason = excluded.reason, since = excluded.since,
                      good_at = excluded.good_at, bytes = excluded.bytes,
                      media_type = excluded.media_type, base = excluded.base,
                      modified = excluded.modified, etag = excluded.etag,
                      last_modified = excluded.last_modified
                  """)
              .bind("id", id(status.uri()))
              .bind("uri", status.uri().toString())
              .bind("state", status.state().param())
              .bind("reason", status.reason())
              .bind("since", Columns.time(status.since()))
              .bind("good", status.goodAt().map(Columns::time).orElse(null))
              .bind("bytes", source.bytes().map(SourceBytes::bytes).orElse(null))
              .bind("type", source.bytes().flatMap(SourceBytes::mediaType).orElse(null))
              .bind("base", source.bytes().map(bytes -> bytes.base().toString()).orElse(null))
              .bind(
                  "modified",
                  source.bytes().flatMap(SourceBytes::modified).map(Columns::time).orElse(null))
              .bind("etag", source.etag().orElse(null))
              .bind("lastModified", source.lastModified().orElse(null))
              .execute();
          queueNotice(handle);
          return true;
        });
  }

  /** Queues a notice where the editors do not know yet how a source is. */
  private boolean queueNotice(Handle handle) throws StoreUnavailableException {
    boolean untold =
        handle
            .createQuery("select 1 from source_copy where state <> told limit 1")
            .mapTo(Integer.class)
            .findFirst()
            .isPresent();
    if (untold) {
      // What breaks together is told together.
      new Schedule(handle, database.opened().shared())
          .ensureBy(Queue.NOTICE, Queue.EDITORS, database.clock().instant().plus(GATHERED_FOR));
    }
    return untold;
  }

  /** Queues what was missed when a state changed while a notice was under way. */
  public void queueNotice() {
    write(this::queueNotice);
  }

  @Override
  public boolean accepted(URI uri, Instant since) {
    return read(
        handle ->
            handle
                .createQuery("select accepted_at from source_copy where id = :id")
                .bind("id", id(uri))
                .mapTo(String.class)
                .findFirst()
                .filter(accepted -> accepted.compareTo(Columns.time(since)) > 0)
                .isPresent());
  }

  /**
   * Takes note that an editor accepts what is held back of a source.
   *
   * @param uri its address
   * @return false where nothing of that address is held back
   */
  public boolean accept(String uri) {
    return write(
        handle ->
            handle
                    .createUpdate(
                        "update source_copy set accepted_at = :now"
                            + " where uri = :uri and state = 'held'")
                    .bind("now", Columns.time(database.clock().instant()))
                    .bind("uri", uri)
                    .execute()
                > 0);
  }

  /** How all sources are that were ever fetched, by address. */
  public List<SourceStatus> all() {
    return read(
        handle ->
            handle
                .createQuery("select * from source_copy order by uri")
                .map((row, context) -> status(row))
                .list());
  }

  /**
   * What the editors do not know yet of a source.
   *
   * @param status how it is
   * @param sent what was sent about it lately
   */
  public record Notice(SourceStatus status, Sent sent) {}

  /**
   * The notices about a source.
   *
   * @param count how many there were
   * @param from when the first of them was sent
   * @param last when the last was
   */
  public record Sent(int count, Optional<Instant> from, Optional<Instant> last) {}

  /** What is to be told of all sources: those that are broken first, then those held back. */
  public List<Notice> notices() throws StoreUnavailableException {
    return database.read(
        handle ->
            handle
                .createQuery("select * from source_copy where state <> told order by state, uri")
                .map(
                    (row, context) ->
                        new Notice(
                            status(row),
                            new Sent(
                                row.getInt("notices"),
                                time(row.getString("notices_from")),
                                time(row.getString("notices_last")))))
                .list());
  }

  /**
   * Takes note that the editors were told how a source is.
   *
   * @param sent the notices, with this one
   */
  public void told(SourceStatus status, Sent sent) throws StoreUnavailableException {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "update source_copy set told = :told, notices = :count,"
                        + " notices_from = :from, notices_last = :last where id = :id")
                .bind("told", status.state().param())
                .bind("count", sent.count())
                .bind("from", sent.from().map(Columns::time).orElse(null))
                .bind("last", sent.last().map(Columns::time).orElse(null))
                .bind("id", id(status.uri()))
                .execute());
  }

  @Override
  public Map<URI, LinkHealth> health(Collection<URI> links) {
    return read(handle -> LinkRecords.find(handle, links));
  }

  @Override
  public void keep(Map<URI, LinkHealth> links) {
    if (!links.isEmpty()) {
      write(handle -> LinkRecords.keep(handle, links));
    }
  }

  @Override
  public Optional<Picture> picture(URI uri) {
    return read(
        handle ->
            handle
                .createQuery("select bytes, fetched_at from picture where id = :id")
                .bind("id", id(uri))
                .map(
                    (row, context) ->
                        Picture.of(
                            row.getBytes("bytes"), Instant.parse(row.getString("fetched_at"))))
                .findFirst());
  }

  @Override
  public void keep(URI uri, Picture picture) {
    write(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into picture (id, uri, bytes, fetched_at)
                    values (:id, :uri, :bytes, :fetched)
                    on conflict (id) do update set bytes = excluded.bytes,
                        fetched_at = excluded.fetched_at
                    """)
                .bind("id", id(uri))
                .bind("uri", uri.toString())
                .bind("bytes", picture.bytes())
                .bind("fetched", Columns.time(picture.fetched()))
                .execute());
  }

  /** A link and how it was when it was last followed. */
  public record Link(URI uri, LinkHealth health) {}

  /** All links that were ever followed, those in trouble first. */
  public List<Link> links() {
    return read(LinkRecords::all);
  }

  private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
    byte[] bytes = row.getBytes("bytes");
    return new Kept(
        status(row),
        bytes == null
            ? Optional.empty()
            : Optional.of(
                new SourceBytes(
                    bytes,
                    Optional.ofNullable(row.getString("media_type")),
                    URI.create(row.getString("base")),
                    time(row.getString("modified")))),
        Optional.ofNullable(row.getString("etag")),
        Optional.ofNullable(row.getString("last_modified")));
  }

  private static SourceStatus status(ResultSet row) throws SQLException {
    return new SourceStatus(
        URI.create(row.getString("uri")),
        state(row.getString("state")),
        row.getString("reason"),
        Instant.parse(row.getString("since")),
        time(row.getString("good_at")));
  }

  private static SourceStatus.State state(String column) {
    return SourceStatus.State.valueOf(column.toUpperCase(Locale.ROOT));
  }

  private static Optional<Instant> time(@Nullable String column) {
    return Optional.ofNullable(column).map(Instant::parse);
  }

  /** What stands for an address in a key, which may be longer than a key. */
  static String id(URI uri) {
    byte[] address = uri.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Asset.digest("SHA-256", address));
  }

  private <T> T read(Database.Work<T> work) {
    try {
      return database.read(work);
    } catch (StoreUnavailableException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private <T> T write(Database.Work<T> work) {
    try {
      return database.write(work);
    } catch (StoreUnavailableException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
