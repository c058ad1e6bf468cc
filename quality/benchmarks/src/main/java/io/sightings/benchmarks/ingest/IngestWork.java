package io.sightings.benchmarks.ingest;

import io.sightings.ingest.settings.SampleSettings;
import java.util.List;

/** What both are to do with a video. */
enum IngestWork {
  ALL_FRAMES("2 pictures a second of all frames", 1) {
    @Override
    List<String> input() {
      return List.of();
    }

    @Override
    List<String> output() {
      return List.of("-vf", "fps=2");
    }
  },
  KEY_FRAMES("key frames only", 5) {
    @Override
    List<String> input() {
      return List.of("-skip_frame", "nokey");
    }

    /** Without a rate: to reach one, the program would repeat pictures and encode them again. */
    @Override
    List<String> output() {
      return List.of("-fps_mode", "passthrough");
    }
  };

  /** The mjpeg encoder's, of both. */
  static final int QUALITY = 3;

  private final String text;
  private final int minutes;

  IngestWork(String text, int minutes) {
    this.text = text;
    this.minutes = minutes;
  }

  /** By how much the long run is to be longer: what costs little needs more to be measured. */
  int minutes() {
    return minutes;
  }

  /** Options of the ffmpeg program, before the input. */
  abstract List<String> input();

  /** And after it. */
  abstract List<String> output();

  SampleSettings sample() {
    return SampleSettings.defaults()
        .withFps(2)
        .withQuality(QUALITY)
        .withKeyFramesOnly(this == KEY_FRAMES);
  }

  @Override
  public String toString() {
    return text;
  }
}
