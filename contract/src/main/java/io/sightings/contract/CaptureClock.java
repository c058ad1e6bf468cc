package io.sightings.contract;

/** Whose clock a capture time was read from, and so how far it can be trusted. */
public enum CaptureClock {
  /** The camera's own, as it sends it along (RTCP sender reports). */
  CAMERA,
  /** The ingestor's, when the frame arrived: late by what the camera and the network take. */
  ARRIVAL,
  /** What the recording or the photo itself says. */
  RECORDING,
  /** When the file was last written. */
  FILE,
  /** What the user said. */
  STATED
}
