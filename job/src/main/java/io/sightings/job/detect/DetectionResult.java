package io.sightings.job.detect;

/** Receives what became of one frame: exactly one call, from any thread. */
interface DetectionResult {

  void detected(DetectResult detection);

  /** Something failed that the task must fail with, such as memory that has run out. */
  void failed(Throwable failure);
}
