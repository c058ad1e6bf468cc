package io.sightings.cli.console;

import io.sightings.toolkit.console.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C while a command runs: tells the command to stop, and holds the JVM until it has, so that
 * there is one way of stopping, not two. Use it in a try with resources around the whole work.
 */
public final class InterruptHandler implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicBoolean happened = new AtomicBoolean();
  private final Runnable stop;
  private final Thread hook = new Thread(this::interrupt, "ctrl-c");

  private InterruptHandler(Runnable stop) {
    this.stop = stop;
  }

  /**
   * @param stop makes the command end soon; called at most once, by another thread
   */
  public static InterruptHandler handledBy(Runnable stop) {
    InterruptHandler interruption = new InterruptHandler(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  public boolean happened() {
    return happened.get();
  }

  private void interrupt() {
    happened.set(true);
    stop.run();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.ENVIRONMENT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has stopped. */
  @Override
  public void close() {
    finished.countDown();
    if (happened.get()) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is stopping already: the hook runs and finds everything finished.
      happened.set(true);
    }
  }
}
