package org.handbill.server.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes sign-ups that arrived together in one transaction: their proofs of work are used up, the
 * sign-ups are kept, and what follows from each is queued.
 */
final class Intake {

  private final Database.Open database;
  private final java.time.Clock clock;
  private final Routing routing;

  Intake(Database.Open database, java.time.Clock clock, Routing routing) {
    this.database = database;
    this.clock = clock;
    this.routing = routing;
  }

  /** What came of each, in the same order. */
  List<Saved> write(List<Signup> signups) {
    return database.writing().inTransaction(handle -> write(handle, signups));
  }

  private List<Saved> write(Handle handle, List<Signup> signups) {
    Map<Signup, Saved> outcome = new LinkedHashMap<>();
    List<Signup> proven = spend(handle, signups, outcome);
    List<Signup> fresh = insert(handle, proven, outcome);
    Schedule schedule = new Schedule(handle, database.shared());
    schedule.add(
        Queue.CONFIRMATION,
        fresh.stream().filter(Signup::doubleOptIn).map(one -> one.id().toString()).toList(),
        clock.instant());
    Tally.addAll(handle, clock.instant(), "received", fresh);
    for (Signup signup : fresh) {
      if (!signup.doubleOptIn()) {
        Outbox.add(handle, schedule, signup, routing.channels(signup), clock.instant(), "");
      }
    }
    return signups.stream().map(signup -> outcome.getOrDefault(signup, Saved.STORED)).toList();
  }

  /** Uses up the proofs; what is left has a proof of its own, or needs none. */
  private static List<Signup> spend(
      Handle handle, List<Signup> signups, Map<Signup, Saved> outcome) {
    List<Signup> withProof = signups.stream().filter(one -> one.proof().isPresent()).toList();
    if (!withProof.isEmpty()) {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into spent_proof (id, submission_id, expires_at)
              values (:id, :submission, :expires) on conflict (id) do nothing
              """);
      for (Signup signup : withProof) {
        Signup.Proof proof = signup.proof().orElseThrow();
        batch
            .bind("id", proof.id())
            .bind("submission", signup.submissionId().toString())
            .bind("expires", Columns.time(proof.expiresAt()))
            .add();
      }
      int[] added = batch.execute();
      for (int i = 0; i < added.length; i++) {
        if (added[i] == 0 && !spentBySame(handle, withProof.get(i))) {
          outcome.put(withProof.get(i), Saved.PROOF_SPENT);
        }
      }
    }
    return signups.stream().filter(signup -> !outcome.containsKey(signup)).toList();
  }

  private static boolean spentBySame(Handle handle, Signup signup) {
    return handle
        .createQuery("select submission_id from spent_proof where id = :id")
        .bind("id", signup.proof().orElseThrow().id())
        .mapTo(String.class)
        .one()
        .equals(signup.submissionId().toString());
  }

  /** Keeps them; those that were not there yet are returned. */
  private static List<Signup> insert(
      Handle handle, List<Signup> signups, Map<Signup, Saved> outcome) {
    int[] added = rows(handle, signups);
    List<Signup> fresh = new ArrayList<>();
    for (int i = 0; i < added.length; i++) {
      Signup signup = signups.get(i);
      if (added[i] == 0 && !sameAddress(handle, signup)) {
        // Mended after an answer was lost: another address, so another sign-up.
        rows(handle, List.of(signup.as(UUID.randomUUID())));
        fresh.add(signup);
      } else if (added[i] == 0) {
        outcome.put(signup, Saved.REPEATED);
      } else {
        fresh.add(signup);
      }
    }
    return fresh;
  }

  private static boolean sameAddress(Handle handle, Signup signup) {
    return handle
        .createQuery("select address from signup where submission_id = :submission")
        .bind("submission", signup.submissionId().toString())
        .mapTo(String.class)
        .one()
        .equals(signup.address());
  }

  private static int[] rows(Handle handle, List<Signup> signups) {
    if (signups.isEmpty()) {
      return new int[0];
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into signup (id, submission_id, received_at, widget, member, source, language,
                email, address, field_values, consent_version, controllers, state, test)
            values (:id, :submission, :received, :widget, :member, :source, :language,
                :email, :address, :values, :consent, :controllers, :state, :test)
            on conflict (submission_id) do nothing
            """);
    for (Signup signup : signups) {
      Signup.State state = signup.doubleOptIn() ? Signup.State.PENDING : Signup.State.ACCEPTED;
      batch
          .bind("id", signup.id().toString())
          .bind("submission", signup.submissionId().toString())
          .bind("received", Columns.time(signup.receivedAt()))
          .bind("widget", signup.widget())
          .bind("member", signup.member())
          .bind("source", signup.source())
          .bind("language", signup.language())
          .bind("email", signup.email())
          .bind("address", signup.address())
          .bind("values", Columns.json(signup.values()))
          .bind("consent", signup.consentVersion())
          .bind("controllers", Columns.json(signup.controllers()))
          .bind("state", state.column())
          .bind("test", signup.test() ? 1 : 0)
          .add();
    }
    return batch.execute();
  }
}
