package org.handbill.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.handbill.server.store.OptIns.Purpose;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The links of mails. A token has 256 random bits; only its hash is kept, so that who reads the
 * database cannot act for anybody, and a link is looked up by that hash, so that no comparison
 * takes longer the nearer a guess is.
 */
final class Links {

  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Links() {}

  /**
   * A link as it is kept.
   *
   * @param expiresAt null for one without an end
   * @param doneAt null where nobody has used it yet
   */
  record Row(
      String address, String language, @Nullable Instant expiresAt, @Nullable Instant doneAt) {
    boolean expired(Instant now) {
      return expiresAt != null && !now.isBefore(expiresAt);
    }
  }

  /** Makes a link, not yet sent, and returns its token. */
  static String add(Handle handle, Purpose purpose, Signup signup, Instant now) {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    handle
        .createUpdate(
            """
            insert into link (hash, purpose, address, language, created_at, expires_at)
            values (:hash, :purpose, :address, :language, :now, :expires)
            """)
        .bind("hash", hash(token))
        .bind("purpose", purpose.name())
        .bind("address", signup.address())
        .bind("language", signup.language())
        .bind("now", Columns.time(now))
        .bind(
            "expires",
            purpose == Purpose.CONFIRM ? Columns.time(now.plus(OptIns.CONFIRM_WITHIN)) : null)
        .execute();
    return token;
  }

  static Optional<Row> find(Handle handle, Purpose purpose, String token) {
    return handle
        .createQuery(
            """
            select address, language, expires_at, done_at from link
            where hash = :hash and purpose = :purpose
            """)
        .bind("hash", hash(token))
        .bind("purpose", purpose.name())
        .map(
            (row, context) ->
                new Row(
                    row.getString("address"),
                    row.getString("language"),
                    instant(row.getString("expires_at")),
                    instant(row.getString("done_at"))))
        .findOne();
  }

  static void done(Handle handle, String token, Instant now) {
    handle.execute(
        "update link set done_at = ? where hash = ? and done_at is null",
        Columns.time(now),
        hash(token));
  }

  static void sent(Handle handle, String token, Instant now) {
    handle.execute("update link set sent_at = ? where hash = ?", Columns.time(now), hash(token));
  }

  static void remove(Handle handle, String token) {
    handle.execute("delete from link where hash = ?", hash(token));
  }

  private static @Nullable Instant instant(@Nullable String column) {
    return column == null ? null : Instant.parse(column);
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }
}
