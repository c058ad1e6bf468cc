package io.sightings.ingest.live;

import io.sightings.contract.CaptureClock;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When pictures of a source were taken: by the camera's own clock where it tells the time and is
 * not too far off, else by ours, at arrival. Times do not go back; where a clock was set back, that
 * is said, and what follows is another epoch. Of one thread.
 */
final class CaptureClocks {
  /** Less is not a clock that was set but one that is read in another way. */
  private static final long STEP = 1_000_000;

  /** How long a camera that is back may take to tell its time again. */
  private static final long SILENCE = 30_000_000;

  /** A clock that is set back so often while a stream is open is none. */
  private static final int MAX_STEPS = 3;

  private final long tolerance;
  private final ArrivalClock arrivals;
  private boolean trusted = true;

  /** How far the camera's clock is ahead of arrivals; means something once it has told its time. */
  private long ahead;

  private boolean told;
  private boolean toldHere;
  private int steps;
  private long opened = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;
  private boolean setBack;

  /**
   * @param tolerance how far the camera's clock may be off; zero never asks it
   * @param mostHeldUp how long pictures may be held up on their way
   */
  CaptureClocks(Duration tolerance, Duration mostHeldUp) {
    this.tolerance = micros(tolerance);
    arrivals = new ArrivalClock(mostHeldUp);
  }

  /** A connection was opened: the times of its pictures have another beginning. */
  void opened() {
    arrivals.restart();
    opened = Long.MIN_VALUE;
    toldHere = false;
    steps = 0;
  }

  /**
   * When a picture was taken. Never before the last one, unless {@link #setBack()} says so.
   *
   * @param streamMicros its time since the first one of the connection
   * @param camera what the camera says
   * @param arrival when it arrived, by our clock
   */
  CaptureTime at(long streamMicros, @Nullable Instant camera, Instant arrival) {
    long arrived = micros(arrival);
    long estimate = arrivals.at(streamMicros, arrived);
    if (opened == Long.MIN_VALUE) {
      opened = arrived;
    }
    if (camera != null) {
      told(micros(camera) - estimate);
    }
    boolean byCamera = trusted && told && (toldHere || arrived - opened < SILENCE);
    long found = byCamera ? estimate + ahead : estimate;
    setBack = last != Long.MIN_VALUE && last - found > STEP;
    if (setBack) {
      steps++;
    } else {
      found = Math.max(found, last);
    }
    last = found;
    return new CaptureTime(
        Instant.EPOCH.plus(found, ChronoUnit.MICROS),
        byCamera ? CaptureClock.CAMERA : CaptureClock.ARRIVAL);
  }

  private void told(long nowAhead) {
    // Trust that is lost is won back at half the distance, so that a clock at the very bound does
    // not change sides with every picture.
    long bound = trusted ? tolerance : tolerance / 2;
    trusted = tolerance > 0 && Math.abs(nowAhead) <= bound && steps < MAX_STEPS;
    ahead = nowAhead;
    told = true;
    toldHere = true;
  }

  /** Whether the last picture is earlier than those before, as a clock was set back. */
  boolean setBack() {
    return setBack;
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /** Durations of some centuries are as good as longer ones. */
  private static long micros(Duration duration) {
    return Math.min(duration.toSeconds(), Integer.MAX_VALUE) * 1_000_000
        + duration.toNanosPart() / 1000;
  }
}
