package io.sightings.lab;

/** What becomes of a connection on which no more pictures are sent. */
enum Ending {
  NONE,
  /** It stays open. */
  STALL,
  /** It is closed in good order. */
  FIN,
  /** It is reset. */
  RST
}
