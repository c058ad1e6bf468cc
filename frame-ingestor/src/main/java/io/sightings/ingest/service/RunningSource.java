package io.sightings.ingest.service;

/** A source at work on threads of its own. */
public interface RunningSource extends AutoCloseable {

  /** Begins to work and returns at once. What goes wrong is told to the source's monitor. */
  void start();

  /** Retries now what failed or waits for a retry. Returns at once. */
  default void retry() {}

  /**
   * Stops: what was taken is sent, as far as Kafka takes it within some seconds. When it returns,
   * nothing more is sent and no thread is left.
   */
  @Override
  void close();

  /** As {@link #close()}, for a source that is gone for good and not only for a while. */
  default void end() {
    close();
  }
}
