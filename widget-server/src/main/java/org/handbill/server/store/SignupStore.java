package org.handbill.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.handbill.widget.model.Consent;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ups and the wordings that they were agreed to by. What {@link #save} returned from is on the
 * disk and survives a power cut. Thread-safe.
 */
public final class SignupStore implements AutoCloseable {

  private final Database database;
  private final Map<String, List<String>> recorded = new ConcurrentHashMap<>();
  private volatile @Nullable GroupCommit writer;
  private volatile Runnable afterCommit = () -> {};

  /**
   * @param routing which channels are told of a sign-up that needs no confirmation
   */
  public SignupStore(Database database, Routing routing) {
    this.database = database;
    database.whenOpen(open -> begin(new Intake(open, database.clock(), routing)));
  }

  private void begin(Intake intake) {
    close();
    writer = new GroupCommit(intake, () -> afterCommit.run());
  }

  /** Calls back when sign-ups were written; must not block. */
  public void afterCommit(Runnable callback) {
    afterCommit = callback;
  }

  /** True when the database is open, or could be opened. */
  public boolean available() {
    return database.available();
  }

  /**
   * Keeps a sign-up, uses up its proof of work, and queues what follows from it, all in one
   * transaction. Returns once it is on the disk.
   *
   * @throws StoreUnavailableException when it could not be kept; nothing of it is then
   */
  public Saved save(Signup signup) throws StoreUnavailableException {
    database.opened();
    GroupCommit now = writer;
    if (now == null) {
      throw new StoreUnavailableException("The database is being opened");
    }
    return now.save(signup);
  }

  /** Keeps wordings for good, so that a form from an old cache is recorded with what it showed. */
  public void record(List<Consent.Wording> wordings) throws StoreUnavailableException {
    List<Consent.Wording> fresh =
        wordings.stream().filter(wording -> !recorded.containsKey(wording.version())).toList();
    if (fresh.isEmpty()) {
      return;
    }
    database.write(
        handle -> {
          Wordings.insert(handle, fresh, database.clock().instant());
          return true;
        });
    fresh.forEach(wording -> recorded.put(wording.version(), wording.controllers()));
  }

  /**
   * Who receives the data by the wording of that version, by name; empty where no such wording was
   * ever shown. A list without names is of a time when wordings named nobody.
   */
  public Optional<List<String>> controllers(String consentVersion)
      throws StoreUnavailableException {
    List<String> known = recorded.get(consentVersion);
    return known != null
        ? Optional.of(known)
        : database.read(handle -> Wordings.controllers(handle, consentVersion));
  }

  /** Hands over every sign-up with its wording, oldest first. */
  public void export(Consumer<Export> row) throws StoreUnavailableException {
    database.read(
        handle -> {
          handle
              .createQuery(
                  "select "
                      + Signups.COLUMNS
                      + """
                        , w.wording, w.language as wording_language
                      from signup s left join consent_wording w on w.version = s.consent_version
                      order by s.received_at, s.id
                      """)
              .map(
                  (result, context) ->
                      new Export(
                          Signups.read(result),
                          Signup.State.of(result.getString("state")),
                          time(result.getString("confirmed_at")),
                          time(result.getString("unsubscribed_at")),
                          text(result.getString("wording")),
                          text(result.getString("wording_language"))))
              .useStream(rows -> rows.forEach(row));
          return true;
        });
  }

  private static Optional<Instant> time(@Nullable String column) {
    return Optional.ofNullable(column).map(Instant::parse);
  }

  private static String text(@Nullable String column) {
    return column == null ? "" : column;
  }

  /**
   * A sign-up as it is exported.
   *
   * @param wording the very words that were agreed to; empty where they are not on record
   * @param wordingLanguage what they are written in
   */
  public record Export(
      Signup signup,
      Signup.State state,
      Optional<Instant> confirmedAt,
      Optional<Instant> unsubscribedAt,
      String wording,
      String wordingLanguage) {}

  /**
   * Forgets an address: its sign-ups, receipts, links, and what waits in the queue. The channels
   * that had it are told; counts without anybody in them stay.
   *
   * @return how many sign-ups there were
   */
  public int erase(String email) throws StoreUnavailableException {
    String address = Signup.address(email);
    String mailbox = database.secret().hash("mailbox", Mailbox.of(address));
    boolean shared = database.opened().shared();
    int erased =
        database.write(
            handle ->
                new Withdrawal(handle, shared, database.clock().instant()).erase(address, mailbox));
    if (!shared) {
      forgetLog();
    }
    return erased;
  }

  /** What was erased leaves SQLite's log too, as far as nobody is reading there now. */
  private void forgetLog() throws StoreUnavailableException {
    database.read(
        handle -> handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list());
  }

  @Override
  public void close() {
    GroupCommit now = writer;
    if (now != null) {
      now.close();
    }
  }
}
