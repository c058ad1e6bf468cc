package io.sightings.contract;

/** Why a frame could not be analysed. */
public enum RejectReason {
  /** The headers do not describe a frame. */
  MALFORMED_HEADERS,
  /** An image without bytes. */
  EMPTY_IMAGE,
  /** The bytes are no image of a known format, or a broken one. */
  UNREADABLE_IMAGE,
  /** More bytes or pixels than allowed. */
  TOO_LARGE,
  /** Captured before an earlier frame of its epoch. */
  BACK_IN_TIME,
  /** The engine failed on it or took too long. */
  ENGINE_FAILURE,
  /** The service that finds the faces is away, refuses, or its budget is spent. */
  SERVICE_FAILURE,
  /** Another picture under the id of one that was: a source has used an epoch twice. */
  REPEATED_EPOCH,
  /**
   * Captured more than a day after the frame before it, and more than a day after it was published.
   */
  FAR_AHEAD,
  /** The process ended, or the job restarted, several times during its analysis. */
  QUARANTINED
}
