package io.sightings.ingest.stream;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import java.time.Duration;

/**
 * How long packets may come that make no picture: those that are decoded in vain for the timeout;
 * those that are passed over because none is a key frame, or make damaged pictures only, for some
 * times that, as cameras that save space send key frames seldom.
 */
final class DecodePatience {
  private static final int WITHOUT_KEY_FRAME = 3;

  private final Duration timeout;
  private final Duration keyFrameTimeout;
  private long begun = System.nanoTime();
  private long whole = System.nanoTime();

  /** When the first packet since was decoded; 0 where none was. */
  private long fed;

  DecodePatience(Duration timeout) {
    this.timeout = timeout;
    keyFrameTimeout = timeout.multipliedBy(WITHOUT_KEY_FRAME);
  }

  /**
   * A picture is waited for from now.
   *
   * @param damaged whether the last one was
   */
  void begin(boolean damaged) {
    begun = System.nanoTime();
    whole = damaged ? whole : begun;
    fed = 0;
  }

  /** A packet is decoded. */
  void fed() {
    fed = fed == 0 ? System.nanoTime() : fed;
  }

  void check() throws StreamException {
    long now = System.nanoTime();
    if (fed != 0 && now - fed > timeout.toNanos()) {
      throw new StreamException(
          Problem.BROKEN,
          "packets arrive but no picture can be decoded for %s: check the camera and the network"
              .formatted(StreamException.inWords(timeout)));
    }
    if (now - whole <= keyFrameTimeout.toNanos()) {
      return;
    }
    String what = fed == 0 && whole == begun ? "no key frame" : "no undamaged picture";
    throw new StreamException(
        Problem.BROKEN,
        "packets arrive but %s for %s: check the network, have the camera send key frames more often, or raise live.timeout"
            .formatted(what, StreamException.inWords(keyFrameTimeout)));
  }
}
