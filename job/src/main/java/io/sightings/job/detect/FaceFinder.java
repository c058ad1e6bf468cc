package io.sightings.job.detect;

import io.sightings.job.admit.Delivery;
import java.util.function.Consumer;

/** Who finds the faces of a frame. */
interface FaceFinder extends AutoCloseable {

  /**
   * @param done is told exactly once what came of it, from any thread
   */
  void find(Delivery delivery, Consumer<Detection> done);

  @Override
  void close();
}
