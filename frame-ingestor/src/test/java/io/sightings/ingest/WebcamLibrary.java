package io.sightings.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.javacpp.Loader;

/**
 * FFmpeg's library for webcams. On Linux it needs libraries of the system, libpulse0 among them.
 */
public final class WebcamLibrary {

  private WebcamLibrary() {}

  /** Skips a test on a machine that cannot read webcams. */
  public static void assume() {
    assumeTrue(isThere(), "FFmpeg's library for webcams cannot be loaded: install libpulse0");
  }

  private static boolean isThere() {
    try {
      Loader.load(avdevice.class);
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }
}
