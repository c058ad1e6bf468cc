package io.sightings.ingest.media;

import io.sightings.ingest.media.StreamException.Problem;
import java.time.Duration;

/**
 * How long packets may come that make no picture: those that are decoded for the timeout, those
 * that are passed over because none is a key frame for some times that, as cameras that save space
 * send key frames seldom.
 */
final class Patience {
  private static final int WITHOUT_KEY_FRAME = 3;

  private final StreamBounds bounds;
  private final Duration keyFrameTimeout;
  private long begun;

  /** When the first packet since was decoded; 0 where none was. */
  private long fed;

  Patience(StreamBounds bounds) {
    this.bounds = bounds;
    keyFrameTimeout = bounds.timeout().multipliedBy(WITHOUT_KEY_FRAME);
  }

  /** A picture is waited for from now. */
  void begin() {
    begun = System.nanoTime();
    fed = 0;
  }

  /** A packet is decoded. */
  void fed() {
    fed = fed == 0 ? System.nanoTime() : fed;
  }

  /**
   * @param refusesSize whether the decoder found the last picture too large
   */
  void check(boolean refusesSize) throws StreamException {
    long now = System.nanoTime();
    boolean undecodable = fed != 0 && now - fed > bounds.timeout().toNanos();
    if (undecodable && refusesSize) {
      throw new StreamException(
          Problem.TOO_LARGE,
          "its pictures have more than the %d pixels of image.maxPixels: raise that, or have the camera send smaller ones"
              .formatted(bounds.maxPixels()));
    }
    if (undecodable) {
      throw new StreamException(
          Problem.BROKEN,
          "packets arrive but no picture can be decoded for %s: check the camera and the network"
              .formatted(StreamFailure.inWords(bounds.timeout())));
    }
    if (fed == 0 && now - begun > keyFrameTimeout.toNanos()) {
      throw new StreamException(
          Problem.BROKEN,
          "packets arrive but no key frame for %s: have the camera send key frames more often, or raise live.timeout"
              .formatted(StreamFailure.inWords(keyFrameTimeout)));
    }
  }
}
