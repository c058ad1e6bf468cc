package io.sightings.lab;

import io.sightings.lab.clip.AccessUnit;
import io.sightings.lab.clip.LabClip;
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
