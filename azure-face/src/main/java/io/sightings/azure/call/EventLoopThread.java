package io.sightings.azure.call;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A loop on a thread of its own. */
final class EventLoopThread implements EventLoop {
  private final ScheduledThreadPoolExecutor thread;
  private final Clock clock = Clock.systemUTC();
  private final long origin = System.nanoTime();

  EventLoopThread(String name) {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long nanos() {
    return System.nanoTime() - origin;
  }

  @Override
  public Instant time() {
    return clock.instant();
  }

  @Override
  public void soon(Runnable task) {
    thread.execute(task);
  }

  @Override
  public void at(long nanos, Runnable task) {
    thread.schedule(task, Math.max(0, nanos - nanos()), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
