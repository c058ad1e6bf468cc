package io.sightings.cameras;

import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.LabClip;
import java.io.IOException;

/** Packs pictures and sends them on one connection. */
interface FrameSender {
  /**
   * @param frame how many there were before since the behaviour began
   * @param ordinal when it was filmed
   */
  void send(LabClip clip, AccessUnit picture, long ordinal, long frame, CameraBehaviour behaviour)
      throws IOException;
}
