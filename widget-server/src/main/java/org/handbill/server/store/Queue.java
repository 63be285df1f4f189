package org.handbill.server.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable queue: db-scheduler on the tables of the {@link Database}. Each piece of work is done
 * by one node, survives a restart, and is done again when its node was lost on the way. It begins
 * as soon as the database is open. Thread-safe.
 */
public final class Queue implements AutoCloseable {

  /** Sends the confirmation mail for a sign-up; the id is the sign-up's. */
  public static final String CONFIRMATION = "confirmation";

  /** Tells a channel; the id is the delivery's. */
  public static final String DELIVERY = "delivery";

  /** Tells the editors how the sources are; there is one of it, whose id is {@link #EDITORS}. */
  public static final String NOTICE = "notice";

  static final String EDITORS = "editors";

  private static final Logger LOG = LoggerFactory.getLogger(Queue.class);
  private static final int THREADS = 16;
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 6;
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(3);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final Database database;
  private final Duration polling;
  private final ReentrantLock lock = new ReentrantLock();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "handbill-queue-ticker");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Scheduler scheduler;
  private boolean closed;

  /** Work of one kind. It may be asked to do the same id again, and has to stand that. */
  public interface Job {
    /**
     * Does it.
     *
     * @throws StoreUnavailableException when the database went away; it is done later
     */
    Next run(String id) throws StoreUnavailableException;
  }

  /** What is to become of a piece of work. */
  public sealed interface Next {
    /** Nothing is left to do. */
    record Done() implements Next {}

    /** It is to be done again. */
    record Again(Instant at) implements Next {}
  }

  /**
   * @param polling how often the queue is looked at when nothing tells of new work
   */
  public Queue(Database database, Duration polling) {
    this.database = database;
    this.polling = polling;
  }

  /**
   * Starts working as soon as the database is open, until it is closed.
   *
   * @param jobs what does the work, by the name of its kind
   * @param retention what is run every hour
   */
  public void start(Map<String, Job> jobs, Runnable retention) {
    database.whenOpen(open -> open(open, jobs, retention));
  }

  private void open(Database.Open open, Map<String, Job> jobs, Runnable retention) {
    if (!open.shared()) {
      releaseAll(open);
    }
    List<Task<?>> tasks = new ArrayList<>();
    jobs.forEach((name, job) -> tasks.add(task(name, job)));
    SchedulerBuilder builder =
        Scheduler.create(open.pool(), tasks)
            .startTasks(
                Tasks.recurring("retention", FixedDelay.ofHours(1))
                    .execute((instance, context) -> retention.run()))
            .clock(() -> database.clock().instant())
            .threads(THREADS)
            .pollingInterval(polling)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .jdbcCustomization(Schedule.customization(open.shared()))
            .failureLogging(LogLevel.WARN, false)
            .shutdownMaxWait(STOP_TIMEOUT);
    Scheduler made =
        (open.shared() ? builder.pollUsingLockAndFetch(0.5, 1.0) : builder.pollUsingFetch(0.5, 3.0))
            .build();
    lock.lock();
    try {
      if (!closed) {
        scheduler = made;
        made.start();
        // The scheduler measures its pauses by the clock, which may be put back; this does not.
        ticker.scheduleWithFixedDelay(
            this::look, polling.toMillis(), polling.toMillis(), TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** SQLite has one node: what was under way when it ended is under way no more. */
  private static void releaseAll(Database.Open open) {
    open.writing()
        .useTransaction(
            handle ->
                handle.execute(
                    "update scheduled_tasks set picked = 0, picked_by = null,"
                        + " last_heartbeat = null, version = version + 1 where picked = 1"));
  }

  private Task<Void> task(String name, Job job) {
    return Tasks.custom(name, Void.class)
        .onFailure(
            (complete, operations) ->
                operations.reschedule(complete, database.clock().instant().plus(AFTER_A_FAILURE)))
        .onDeadExecutionRevive()
        .execute((instance, context) -> completion(name, job, instance.getId()));
  }

  private CompletionHandler<Void> completion(String name, Job job, String id) {
    Next next;
    try {
      next = job.run(id);
    } catch (StoreUnavailableException e) {
      LOG.warn("A {} waits, since the database is not to be had", name);
      next = new Next.Again(database.clock().instant().plus(AFTER_A_FAILURE));
    }
    if (next instanceof Next.Again again) {
      return (complete, operations) -> operations.reschedule(complete, again.at());
    }
    return (complete, operations) -> operations.remove();
  }

  /** Looks at the queue now; for when something was just put into it. */
  public void look() {
    lock.lock();
    try {
      if (scheduler != null && !closed) {
        scheduler.triggerCheckForDueExecutions();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets the work under way finish, and ends. */
  @Override
  public void close() {
    Scheduler running;
    lock.lock();
    try {
      closed = true;
      running = scheduler;
      scheduler = null;
    } finally {
      lock.unlock();
    }
    ticker.shutdownNow();
    if (running != null) {
      running.stop();
    }
  }
}
