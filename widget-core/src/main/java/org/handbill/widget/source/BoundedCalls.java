package org.handbill.widget.source;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs calls that may hang, each on a thread of its own, so that whoever asks has an answer by the
 * deadline. Cutting what still hangs then is the caller's. Thread-safe.
 */
final class BoundedCalls implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "handbill-fetch");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * What a call gives, or what stands for it.
   *
   * @param late what to answer when the time is over
   * @param stopped what to answer when this thread was interrupted, or nothing may start any more
   * @throws IllegalStateException when the call throws
   */
  <T> T within(Duration time, Callable<T> call, Supplier<T> late, Supplier<T> stopped) {
    try {
      Future<T> answer = threads.submit(call);
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return late.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stopped.get();
    } catch (RejectedExecutionException e) {
      return stopped.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A call to another server failed", e.getCause());
    }
  }

  /** Starts no further call; those under way end by their deadline. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
