package io.sightings.cli.demo;

import io.sightings.toolkit.console.CommandFailure;

/** The ingestor at work. */
sealed interface ScenePlayback extends AutoCloseable permits FilePlayback, LivePlayback {

  /** Whether everything was read to its end; never, where something has none. */
  boolean done();

  /**
   * Whether all inputs could be read, as far as they were.
   *
   * @throws CommandFailure if frames could not be published at all
   */
  boolean allGood() throws InterruptedException;

  /** Stops reading where it is. */
  @Override
  void close() throws InterruptedException;
}
