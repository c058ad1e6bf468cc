package io.sightings.ingest.stream;

import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.FrameNumber;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.jpeg.JpegWriter;
import io.sightings.ingest.settings.SampleSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of a camera of the lab.
 *
 * @param number the number in it, -1 where none can be read
 * @param micros when it was taken, in the stream's time
 * @param camera when it was taken by the camera's clock, or null
 * @param at when it was read
 */
public record Seen(
    int number, long micros, Instant camera, Instant at, boolean damaged, int width) {
  public static List<Seen> look(LiveStream stream, int count) throws IOException {
    List<Seen> seen = new ArrayList<>();
    try (JpegWriter jpegs = new JpegWriter(SampleSettings.defaults(), 8 << 20)) {
      while (seen.size() < count) {
        stream.next();
        EncodedImage image = jpegs.write(stream);
        seen.add(
            new Seen(
                FrameNumber.read(image.bytes()).orElse(-1),
                stream.micros(),
                stream.cameraTime(),
                Instant.now(),
                stream.damaged(),
                image.width()));
      }
    }
    return seen;
  }

  /** Which of the camera's frames it was. */
  long ordinal(SimulatedCamera from) {
    long now = from.frameAt(at);
    long back = Math.floorMod(now - number, from.clip().frames());
    return now - back;
  }
}
