package io.sightings.cli.demo;

import io.sightings.cli.console.Console;
import io.sightings.cli.console.Failure;
import io.sightings.cli.console.IoTrouble;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.RecordedFiles;
import io.sightings.scenes.Recording;
import io.sightings.scenes.RecordingCache;
import io.sightings.scenes.SceneVideo;
import io.sightings.scenes.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What the demo plays when nothing else is given: drawn people, whose truth is known. */
public final class DrawnScene {
  /**
   * Drawn faces have less variety than real ones: with the neural embedder, two drawn people score
   * up to about 0.6, one drawn person 0.75 and more.
   */
  static final double THRESHOLD = 0.70;

  private final Recording recording = DemoScene.defaults();
  private final RecordedFiles files;

  private DrawnScene(Console console) {
    files = draw(console);
  }

  /** Draws it the first time, which takes some seconds. */
  public static DrawnScene make(Console console) {
    return new DrawnScene(console);
  }

  private RecordedFiles draw(Console console) {
    Path cache = UserCache.folder().resolve("scenes");
    int all = SceneVideo.frames(recording.scene(), recording.framesPerSecond());
    try {
      return new RecordingCache(cache)
          .get(
              recording,
              frames -> {
                if (frames == 1) {
                  console.say("Drawing the demo scene, " + all + " frames (only the first time) …");
                }
              });
    } catch (IOException e) {
      throw Failure.environment(
          "The demo scene cannot be written to " + cache + ": " + IoTrouble.sentence(e), e);
    }
  }

  /** The MP4 file. */
  public Path video() {
    return files.video();
  }

  SourceSettings source() {
    return SourceSettings.of(files.video().toString()).withId("demo");
  }

  /** Portraits of those who are known. */
  public Path people() {
    return files.people();
  }

  public Duration gap() {
    return recording.gap();
  }

  public Truth truth() {
    try {
      return Truth.read(files.truth());
    } catch (IOException e) {
      throw Failure.environment(
          files.truth() + " cannot be read: " + IoTrouble.sentence(e) + " Delete its folder.", e);
    }
  }
}
