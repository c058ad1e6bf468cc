package io.sightings.ingest.stream;

import org.jspecify.annotations.Nullable;

/**
 * The camera's wall clock, as its RTCP sender reports tell it (RFC 3550, 6.4.1). FFmpeg states the
 * wall clock at the stream's time 0 by the first report ({@code start_time_realtime}), and with
 * every packet the wall clock by the latest report ({@code AV_PKT_DATA_PRFT}), so that a clock that
 * drifts or is set is followed for as long as the stream lasts.
 *
 * <p>Where FFmpeg puts packets together to pictures, the wall clock that comes with a picture is
 * that of the next one, whose first packet ended it. Which it is, the first report tells.
 */
final class CameraClock {
  /** RTP's times wrap every 2^32 units, in which the latest report may lie before that. */
  private static final long WRAP = 1L << 32;

  private static final long SAME_MICROS = 1_000_000;

  private final double wrapMicros;

  /** Wall clock minus the stream's time, in microseconds. */
  private @Nullable Long offset;

  /** What packets said before the stream's time jumped, and go on to say until the next report. */
  private @Nullable Long stale;

  private @Nullable Long told;
  private @Nullable Boolean late;

  /**
   * @param unitMicros length of a unit of the stream's time
   */
  CameraClock(double unitMicros) {
    wrapMicros = WRAP * unitMicros;
  }

  /**
   * A packet has come.
   *
   * @param micros its time
   * @param startMicros wall clock at time 0 by the first report
   * @param wallMicros wall clock that came with it
   */
  void packet(@Nullable Long micros, @Nullable Long startMicros, @Nullable Long wallMicros) {
    Long before = told;
    told = wallMicros;
    if (offset == null && startMicros != null) {
      offset = startMicros;
    }
    if (micros == null || offset == null || wallMicros == null || before == null) {
      return;
    }
    if (late == null) {
      late = Math.abs(before - micros - offset) < Math.abs(wallMicros - micros - offset);
    }
    take(offset, (late ? before : wallMicros) - micros);
  }

  private void take(long known, long found) {
    boolean wrapped = Math.abs(Math.abs(found - known) - wrapMicros) < SAME_MICROS;
    boolean old = stale != null && Math.abs(found - stale) < SAME_MICROS;
    if (!wrapped && !old) {
      offset = found;
      stale = null;
    }
  }

  /**
   * The stream's own time has jumped, but the camera's clock has not.
   *
   * @param micros by how much
   */
  void jumped(long micros) {
    if (offset != null) {
      stale = offset;
      offset -= micros;
    }
  }

  /**
   * @param micros the picture's time
   * @return microseconds since 1970 by the camera's clock
   */
  @Nullable Long at(@Nullable Long micros) {
    return micros == null || offset == null ? null : micros + offset;
  }
}
