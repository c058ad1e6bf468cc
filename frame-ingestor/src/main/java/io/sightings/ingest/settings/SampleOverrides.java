package io.sightings.ingest.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one source that differ from those of all. The meaning is that of {@link
 * SampleSettings}.
 */
public record SampleOverrides(
    @Nullable Double fps,
    @Nullable Duration heartbeat,
    @Nullable Boolean keyFramesOnly,
    @Nullable Double motion,
    @Nullable Integer maxWidth,
    @Nullable Integer quality,
    @Nullable FrameArea region,
    @Nullable List<FrameArea> masks) {
  public static final SampleOverrides NONE =
      new SampleOverrides(null, null, null, null, null, null, null, null);

  public SampleOverrides {
    masks = masks == null ? null : List.copyOf(masks);
    // A wrong value is found where it is written.
    SampleSettings defaults = SampleSettings.defaults();
    new SampleSettings(
        or(fps, defaults.fps()),
        or(heartbeat, defaults.heartbeat()),
        or(keyFramesOnly, defaults.keyFramesOnly()),
        or(motion, defaults.motion()),
        or(maxWidth, defaults.maxWidth()),
        or(quality, defaults.quality()),
        region,
        or(masks, defaults.masks()));
  }

  public SampleSettings over(SampleSettings all) {
    return new SampleSettings(
        or(fps, all.fps()),
        or(heartbeat, all.heartbeat()),
        or(keyFramesOnly, all.keyFramesOnly()),
        or(motion, all.motion()),
        or(maxWidth, all.maxWidth()),
        or(quality, all.quality()),
        region == null ? all.region() : region,
        or(masks, all.masks()));
  }

  private static <T> T or(@Nullable T own, T all) {
    return own == null ? all : own;
  }
}
