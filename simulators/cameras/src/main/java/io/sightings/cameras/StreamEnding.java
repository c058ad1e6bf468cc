package io.sightings.cameras;

/** What becomes of a connection on which no more pictures are sent. */
enum StreamEnding {
  NONE,
  /** It stays open. */
  STALL,
  /** It is closed in good order. */
  FIN,
  /** It is reset. */
  RST
}
