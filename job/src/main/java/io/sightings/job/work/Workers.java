package io.sightings.job.work;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one instance of an asynchronous stage. They are few and the queue is as short as
 * the stage's capacity, so nothing waits here unseen.
 */
public final class Workers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ThreadPoolExecutor threads;

  public Workers(String name, int count, int capacity) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.MILLISECONDS,
            // Elements given up by the timeout may still be worked on while new ones come.
            new ArrayBlockingQueue<>(Math.max(1, capacity) * 2),
            factory,
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  public void submit(Runnable task) {
    threads.execute(task);
  }

  /** Lets running work end, because native memory must not be freed under it. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean interrupted = false;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (!threads.awaitTermination(
            Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
          throw new IllegalStateException(
              "a worker did not end within " + PATIENCE.toSeconds() + " s");
        }
        break;
      } catch (InterruptedException e) {
        // A cancelled task is interrupted again and again; the native work must end all the same.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
