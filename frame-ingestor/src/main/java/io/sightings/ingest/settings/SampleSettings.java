package io.sightings.ingest.settings;

import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param region what of the picture is taken; by default all
 * @param masks what of the whole picture, not of the region, is blacked out
 */
@RecordBuilder
public record SampleSettings(
    double fps,
    Duration heartbeat,
    boolean keyFramesOnly,
    double motion,
    int maxWidth,
    int quality,
    @Nullable FrameArea region,
    List<FrameArea> masks)
    implements SampleSettingsBuilder.With {

  public SampleSettings {
    masks = masks == null ? List.of() : List.copyOf(masks);
    SettingChecks.range("fps", fps, 0, 1000);
    SettingChecks.that(heartbeat.toMillis() >= 100, "heartbeat", heartbeat, "100ms or more");
    SettingChecks.range("motion", motion, 0, 1);
    SettingChecks.that(
        maxWidth == 0 || (maxWidth >= 64 && maxWidth <= 65_535),
        "maxWidth",
        maxWidth,
        "0 or from 64 to 65535");
    SettingChecks.range("quality", quality, 2, 31);
  }

  public static SampleSettings defaults() {
    return new SampleSettings(5, Duration.ofSeconds(1), false, 0, 0, 3, null, List.of());
  }
}
