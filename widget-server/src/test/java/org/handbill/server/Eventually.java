package org.handbill.server;

import java.util.concurrent.Callable;

/** Waits for what happens on other threads. */
public final class Eventually {

  private static final long MOST_MS = 90_000;
  private static final long STEP_MS = 10;

  private Eventually() {}

  /** Returns once it is true, and fails when it does not come to be. */
  public static void until(String what, Callable<Boolean> condition) {
    try {
      for (long waited = 0; waited < MOST_MS; waited += STEP_MS) {
        if (condition.call()) {
          return;
        }
        Thread.sleep(STEP_MS);
      }
    } catch (Exception e) {
      throw new AssertionError("While waiting until " + what, e);
    }
    throw new AssertionError("It did not come to be that " + what);
  }
}
