package io.sightings.ingest.stream;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;

/** Ends of streams, for tests that script them. */
public final class StreamFailures {

  private StreamFailures() {}

  public static StreamException of(Problem problem, String message) {
    return new StreamException(problem, message);
  }
}
