package io.sightings.cluster.process;

import org.jspecify.annotations.Nullable;

/** The cluster cannot be started, reached or told; the text says why and how to mend it. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ClusterException(String message) {
    super(message);
  }

  public ClusterException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
