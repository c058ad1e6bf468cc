package io.sightings.ingest.ffmpeg;

/** Lets any thread end what another does with a stream, opening it included. Once, for good. */
public final class StreamCancellation {
  private volatile boolean cancelled;

  public void cancel() {
    cancelled = true;
  }

  public boolean cancelled() {
    return cancelled;
  }
}
