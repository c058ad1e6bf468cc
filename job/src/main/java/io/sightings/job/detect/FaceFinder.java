package io.sightings.job.detect;

import io.sightings.job.admit.FrameRecord;

/** Finds the faces of a frame. */
interface FaceFinder extends AutoCloseable {

  void find(FrameRecord delivery, DetectionResult result);

  /** The frame's result is not waited for any more. */
  void giveUp(FrameRecord delivery);

  @Override
  void close();
}
