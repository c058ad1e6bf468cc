package io.sightings.toolkit.scene;

import io.sightings.ingest.settings.SourceSettings;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.RecordedFiles;
import io.sightings.scenes.RecordingCache;
import io.sightings.scenes.SceneRecording;
import io.sightings.scenes.SceneTruth;
import io.sightings.scenes.SceneVideoWriter;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** What the demo plays when nothing else is given: drawn people, whose truth is known. */
public final class DemoSceneRecording {
  private final SceneRecording recording = DemoScene.defaults();
  private final RecordedFiles files;

  private DemoSceneRecording(CommandConsole console) {
    files = draw(console);
  }

  /** Draws it the first time, which takes some seconds. */
  public static DemoSceneRecording make(CommandConsole console) {
    return new DemoSceneRecording(console);
  }

  private RecordedFiles draw(CommandConsole console) {
    Path cache = UserCacheFolder.folder().resolve("scenes");
    int all = SceneVideoWriter.frames(recording.scene(), recording.framesPerSecond());
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
      throw CommandFailure.environment(
          "The demo scene cannot be written to " + cache + ": " + IoErrorText.sentence(e), e);
    }
  }

  /** The MP4 file. */
  public Path video() {
    return files.video();
  }

  public SourceSettings source() {
    return SourceSettings.of(files.video().toString()).withId("demo");
  }

  /** Portraits of those who are known. */
  public Path people() {
    return files.people();
  }

  public Duration gap() {
    return recording.gap();
  }

  public SceneTruth truth() {
    try {
      return SceneTruth.read(files.truth());
    } catch (IOException e) {
      throw CommandFailure.environment(
          files.truth() + " cannot be read: " + IoErrorText.sentence(e) + " Delete its folder.", e);
    }
  }

  /** Where what can be made again is kept. */
  private static final class UserCacheFolder {

    private UserCacheFolder() {}

    static Path folder() {
      String caches = System.getenv("XDG_CACHE_HOME");
      Path root =
          caches == null || caches.isBlank()
              ? Path.of(System.getProperty("user.home"), ".cache")
              : Path.of(caches);
      return root.resolve("sightings");
    }
  }
}
