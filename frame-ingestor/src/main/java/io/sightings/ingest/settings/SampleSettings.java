package io.sightings.ingest.settings;

import io.sightings.contract.settings.Check;
import java.time.Duration;
import java.util.List;

/**
 * Which pictures of a source are taken, and what of them.
 *
 * @param fps pictures taken per second of capture time; 0 takes every one
 * @param heartbeat longest stretch of capture time of which nothing is said
 * @param keyFramesOnly whether only key frames are decoded, and so only they can be taken
 * @param motion share of the picture that must have changed since the last one published, from 0 to
 *     1; 0 takes pictures whether anything changed or not
 * @param maxWidth wider pictures are made smaller; 0 leaves them as they are
 * @param quality of JPEGs as FFmpeg's mjpeg encoder counts: 2 is the best, 31 the smallest
 * @param region what of the picture is taken; null for all of it
 * @param masks what of the whole picture, not of the region, is blacked out
 */
public record SampleSettings(
    double fps,
    Duration heartbeat,
    boolean keyFramesOnly,
    double motion,
    int maxWidth,
    int quality,
    Area region,
    List<Area> masks) {

  public SampleSettings {
    masks = masks == null ? List.of() : List.copyOf(masks);
    Check.range("fps", fps, 0, 1000);
    Check.that(heartbeat.toMillis() >= 100, "heartbeat", heartbeat, "100ms or more");
    Check.range("motion", motion, 0, 1);
    Check.that(
        maxWidth == 0 || (maxWidth >= 64 && maxWidth <= 65_535),
        "maxWidth",
        maxWidth,
        "0 or from 64 to 65535");
    Check.range("quality", quality, 2, 31);
  }

  public static SampleSettings defaults() {
    return new SampleSettings(5, Duration.ofSeconds(1), false, 0, 0, 3, null, List.of());
  }

  public SampleSettings withFps(double other) {
    return new SampleSettings(
        other, heartbeat, keyFramesOnly, motion, maxWidth, quality, region, masks);
  }

  public SampleSettings withKeyFramesOnly(boolean other) {
    return new SampleSettings(fps, heartbeat, other, motion, maxWidth, quality, region, masks);
  }

  public SampleSettings withMotion(double other) {
    return new SampleSettings(
        fps, heartbeat, keyFramesOnly, other, maxWidth, quality, region, masks);
  }

  public SampleSettings withQuality(int other) {
    return new SampleSettings(
        fps, heartbeat, keyFramesOnly, motion, maxWidth, other, region, masks);
  }

  /**
   * @param other null for the whole picture
   */
  public SampleSettings withRegion(Area other) {
    return new SampleSettings(
        fps, heartbeat, keyFramesOnly, motion, maxWidth, quality, other, masks);
  }

  public SampleSettings withMasks(List<Area> other) {
    return new SampleSettings(
        fps, heartbeat, keyFramesOnly, motion, maxWidth, quality, region, other);
  }

  public SampleSettings withMaxWidth(int other) {
    return new SampleSettings(fps, heartbeat, keyFramesOnly, motion, other, quality, region, masks);
  }
}
