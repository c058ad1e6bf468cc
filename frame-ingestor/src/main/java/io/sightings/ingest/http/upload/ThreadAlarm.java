package io.sightings.ingest.http.upload;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/** Interrupts the thread that has set it, if what that does takes too long. */
final class ThreadAlarm implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final Scheduler.Task task;
  private boolean over;
  private boolean rang;

  ThreadAlarm(Scheduler scheduler, Duration after) {
    task = scheduler.schedule(this::ring, after.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized void ring() {
    if (!over) {
      rang = true;
      thread.interrupt();
    }
  }

  synchronized boolean rang() {
    return rang;
  }

  /** The interruption of an alarm does not outlive it. */
  @Override
  public synchronized void close() {
    over = true;
    task.cancel();
    if (rang) {
      Thread.interrupted();
    }
  }
}
