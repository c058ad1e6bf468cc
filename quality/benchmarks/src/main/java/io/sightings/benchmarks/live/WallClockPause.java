package io.sightings.benchmarks.live;

import java.util.concurrent.TimeUnit;

/** Benchmarks wait by the clock on the wall: it is what they measure with. */
final class WallClockPause {

  private WallClockPause() {}

  static void millis(long time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time);
  }
}
