package io.sightings.cameras;

/** How a camera answers before it sends pictures. */
public enum CameraHandshake {
  /** As it should. */
  PROPER,
  /** Accepts the connection and says nothing. */
  SILENT,
  /** Answers OPTIONS and then nothing. */
  NO_DESCRIBE,
  /** Answers everything up to PLAY, which it ignores. */
  NO_PLAY,
  /** Answers 401 whatever the credentials. */
  UNAUTHORIZED,
  /** Answers 404. */
  NOT_FOUND,
  /** Answers 503. */
  UNAVAILABLE,
  /** Closes the connection at the first request. */
  FIN,
  /** Resets the connection at the first request. */
  RST,
  /** Describes itself with nothing at all. */
  EMPTY_SDP,
  /** Describes itself with text that is no SDP. */
  BROKEN_SDP,
  /** Describes sound only. */
  NO_VIDEO,
  /** Describes pictures of another size than it sends. */
  WRONG_PARAMETERS,
  /** Answers with headers that never end. */
  ENDLESS_HEADERS
}
