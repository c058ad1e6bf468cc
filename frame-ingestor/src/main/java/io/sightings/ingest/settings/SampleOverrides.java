package io.sightings.ingest.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source wants otherwise; null is as for all. The meaning is that of {@link
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
    // So that what is wrong is found where it is written.
    over(
        SampleSettings.defaults(),
        fps,
        heartbeat,
        keyFramesOnly,
        motion,
        maxWidth,
        quality,
        region,
        masks);
  }

  public SampleSettings over(SampleSettings all) {
    return over(all, fps, heartbeat, keyFramesOnly, motion, maxWidth, quality, region, masks);
  }

  private static SampleSettings over(
      SampleSettings all,
      @Nullable Double fps,
      @Nullable Duration heartbeat,
      @Nullable Boolean keyFramesOnly,
      @Nullable Double motion,
      @Nullable Integer maxWidth,
      @Nullable Integer quality,
      @Nullable FrameArea region,
      @Nullable List<FrameArea> masks) {
    return new SampleSettings(
        or(fps, all.fps()),
        or(heartbeat, all.heartbeat()),
        or(keyFramesOnly, all.keyFramesOnly()),
        or(motion, all.motion()),
        or(maxWidth, all.maxWidth()),
        or(quality, all.quality()),
        or(region, all.region()),
        or(masks, all.masks()));
  }

  private static <T> @Nullable T or(@Nullable T own, @Nullable T all) {
    return own == null ? all : own;
  }
}
