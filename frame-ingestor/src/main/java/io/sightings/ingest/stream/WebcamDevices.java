package io.sightings.ingest.stream;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;

import java.util.Locale;

/** Webcams, which FFmpeg reads through a library of its own. */
final class WebcamDevices {

  private WebcamDevices() {}

  /** Makes FFmpeg know them. */
  static void register() {
    Registered.once();
  }

  /** What this system calls its webcams' interface. */
  static String usualFormat() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return "avfoundation";
    }
    return system.contains("windows") ? "dshow" : "v4l2";
  }

  /** A device's name as FFmpeg takes it. */
  static String address(String format, String device) {
    boolean named = !"dshow".equals(format) || device.contains("=");
    return named ? device : "video=" + device;
  }

  /** Loaded at the first need: a machine that only reads cameras may lack what webcams want. */
  private static final class Registered {
    static {
      avdevice_register_all();
    }

    static void once() {
      // Loading the class has done it.
    }
  }
}
