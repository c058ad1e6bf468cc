package io.sightings.job.detect;

import io.sightings.job.admit.Delivery;

/** Finds the faces of a frame. */
interface FaceFinder extends AutoCloseable {

  void find(Delivery delivery, DetectionResult result);

  /** The frame's result is not waited for any more. */
  void giveUp(Delivery delivery);

  @Override
  void close();
}
