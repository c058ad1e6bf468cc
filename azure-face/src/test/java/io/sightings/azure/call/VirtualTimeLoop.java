package io.sightings.azure.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A loop whose time passes only when it is told to, from one task to the next. */
final class VirtualTimeLoop implements EventLoop {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
  private long now;
  private long number;

  private record Task(long at, long number, Runnable run) {}

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant time() {
    return BEGIN.plusNanos(now);
  }

  @Override
  public void soon(Runnable task) {
    at(now, task);
  }

  @Override
  public void at(long nanos, Runnable task) {
    tasks.add(new Task(Math.max(now, nanos), number++, task));
  }

  void in(Duration delay, Runnable task) {
    at(now + delay.toNanos(), task);
  }

  /** Lets time pass. */
  void run(Duration time) {
    long end = now + time.toNanos();
    while (!tasks.isEmpty() && tasks.peek().at() <= end) {
      Task next = tasks.poll();
      now = next.at();
      next.run().run();
    }
    now = end;
  }

  double seconds() {
    return now / 1e9;
  }

  @Override
  public void close() {
    tasks.clear();
  }
}
