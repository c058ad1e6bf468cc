package io.sightings.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.clip.LabClip;
import java.util.List;

/** What is expected of frames that arrived. */
final class SeenFrameAssert {
  private SeenFrameAssert() {}

  /** Every frame once, one after another, from any on. */
  static void inOrder(LabClip clip, List<FfmpegCameraReader.Seen> seen) {
    int first = seen.get(0).number().orElseThrow();
    for (int i = 0; i < seen.size(); i++) {
      assertThat(seen.get(i).number()).as("frame %d", i).hasValue(clip.number(first + i));
    }
  }
}
