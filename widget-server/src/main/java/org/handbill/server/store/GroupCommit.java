package org.handbill.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One thread that writes what arrives together in one transaction, since a commit costs a write to
 * the disk however much is in it: the first that waits goes at once, and what arrives while the
 * disk is busy goes with the next. Each caller is answered after the commit that holds its row.
 */
final class GroupCommit implements AutoCloseable {

  private static final int LONGEST_QUEUE = 2_000;
  private static final int LARGEST_GROUP = 256;
  private static final long PATIENCE_SECONDS = 10;

  private final Intake intake;
  private final Runnable afterCommit;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private final Thread writer = new Thread(this::run, "handbill-store");

  private record Waiting(Signup signup, CompletableFuture<Saved> done) {}

  /**
   * @param afterCommit called when something was written, on the writing thread
   */
  GroupCommit(Intake intake, Runnable afterCommit) {
    this.intake = intake;
    this.afterCommit = afterCommit;
    writer.setDaemon(true);
    writer.start();
  }

  Saved save(Signup signup) throws StoreUnavailableException {
    Waiting waiting = new Waiting(signup, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new StoreUnavailableException("More sign-ups are waiting than the disk can take");
    }
    try {
      return waiting.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new StoreUnavailableException("The sign-up could not be written", e);
    } catch (TimeoutException e) {
      waiting.done().cancel(false); // nobody waits for it any more, so it is not to be written
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
      group.removeIf(waiting -> waiting.done().isDone());
      write(group);
      group.clear();
    }
  }

  /** Writes a group; where one of it cannot be written, the others are not to suffer. */
  private void write(List<Waiting> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      List<Saved> saved = intake.write(group.stream().map(Waiting::signup).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).done().complete(saved.get(i));
      }
      afterCommit.run();
    } catch (RuntimeException e) {
      if (group.size() > 1 && isOfOneRow(e)) {
        List.copyOf(group).forEach(one -> write(List.of(one)));
      } else {
        group.forEach(waiting -> waiting.done().completeExceptionally(e));
      }
    }
  }

  /**
   * True where a value was refused (SQLSTATE 22 and 23); all else is the database's own trouble.
   */
  private static boolean isOfOneRow(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
      }
    }
    return false;
  }

  @Override
  public void close() {
    writer.interrupt();
  }
}
