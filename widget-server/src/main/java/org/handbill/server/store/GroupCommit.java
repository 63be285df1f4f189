package org.handbill.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes sign-ups, many in one transaction. A transaction that survives a power cut waits for the
 * disk, and the disk takes as long for a hundred rows as for one; so whatever has come while it was
 * busy goes with the next. Each caller is answered after the commit that holds its row.
 */
final class GroupCommit implements AutoCloseable {

  private static final int LONGEST_QUEUE = 2_000;
  private static final int LARGEST_GROUP = 256;
  private static final long PATIENCE_SECONDS = 10;

  private final Jdbi jdbi;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private final Thread writer = new Thread(this::run, "handbill-store");

  private record Waiting(Signup signup, CompletableFuture<Void> done) {}

  GroupCommit(Jdbi jdbi) {
    this.jdbi = jdbi;
    writer.setDaemon(true);
    writer.start();
  }

  void save(Signup signup) throws StoreUnavailableException {
    Waiting waiting = new Waiting(signup, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new StoreUnavailableException("More sign-ups are waiting than the disk can take");
    }
    try {
      waiting.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new StoreUnavailableException("The sign-up could not be written", e);
    } catch (TimeoutException e) {
      throw new StoreUnavailableException("The disk took too long", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("The server is stopping", e);
    }
  }

  private void run() {
    List<Waiting> group = new ArrayList<>();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(group, LARGEST_GROUP - 1);
      write(group);
      group.clear();
    }
  }

  private void write(List<Waiting> group) {
    List<Signup> signups = group.stream().map(Waiting::signup).toList();
    try {
      jdbi.useTransaction(handle -> Sql.insert(handle, signups));
      group.forEach(waiting -> waiting.done().complete(null));
    } catch (RuntimeException e) {
      group.forEach(waiting -> waiting.done().completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    writer.interrupt();
  }
}
