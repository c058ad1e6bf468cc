package io.sightings.azure.call;

import java.time.Instant;

/** One thread and its clock; a test has one whose time it moves. */
interface EventLoop extends AutoCloseable {

  /** Nanoseconds of a clock that is never set. */
  long nanos();

  Instant time();

  /** Runs it soon, after what was given before; not at all once this is closed. */
  void soon(Runnable task);

  /** Runs it when {@link #nanos()} has reached a time. */
  void at(long nanos, Runnable task);

  @Override
  void close();
}
