package io.sightings.faults.play;

import java.util.List;
import java.util.Locale;

/**
 * A way to take pictures of the recording: each makes other frames of the same story.
 *
 * @param fps pictures per second of the recording
 * @param maxWidth in pixels
 */
public record RecordingVariant(double fps, int maxWidth) {

  /** Light enough for two cores, and enough for everybody to be recognised. */
  public static List<RecordingVariant> all() {
    return List.of(
        new RecordingVariant(3, 960), new RecordingVariant(4, 960), new RecordingVariant(3, 880));
  }

  /** As an ingestor's settings have it. */
  String sample() {
    return "{fps: %s, maxWidth: %d}".formatted(fps, maxWidth);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f fps, %d wide", fps, maxWidth);
  }
}
