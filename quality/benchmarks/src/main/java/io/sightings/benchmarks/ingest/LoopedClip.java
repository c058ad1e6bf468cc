package io.sightings.benchmarks.ingest;

import io.sightings.ingest.file.VideoFile;
import io.sightings.scenes.PersonWalk;
import io.sightings.scenes.RecordingCache;
import io.sightings.scenes.SceneRecording;
import io.sightings.scenes.WalkScene;
import io.sightings.scenes.person.PersonGenerator;
import io.sightings.scenes.person.PersonTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A clip that is repeated to any length.
 *
 * @param seconds of one repetition
 */
record LoopedClip(Path video, double seconds, Path folder) {
  private static final double SHORT_SECONDS = 15;
  private static final long MAX_PIXELS = 50_000_000;

  static LoopedClip of(Path video, Path folder) throws IOException {
    try (VideoFile file = VideoFile.open(video, Duration.ofSeconds(30), 1, MAX_PIXELS, false)) {
      double seconds = file.length().toMillis() / 1e3;
      return new LoopedClip(video, seconds, Files.createDirectories(folder));
    }
  }

  /** A quarter of a minute of people passing, 1920 x 1080 at 25 a second, drawn once. */
  static LoopedClip drawn(Path folder) throws IOException, InterruptedException {
    List<PersonTraits> cast = PersonGenerator.of(1, 3);
    List<PersonWalk> walks =
        List.of(
            new PersonWalk("A", cast.get(0), 0, 8, 170, true),
            new PersonWalk("B", cast.get(1), 3, 12, 150, false),
            new PersonWalk("C", cast.get(2), 7, 15, 190, true));
    SceneRecording recording =
        new SceneRecording(
            new WalkScene(1920, 1080, walks, 1),
            25,
            Instant.parse("2026-01-01T09:00:00Z"),
            Duration.ofSeconds(10),
            Map.of());
    Path scene = new RecordingCache(folder).get(recording).video();
    Path encoded = scene.resolveSibling("camera.mp4");
    FfmpegProgram.encodeAsCamera(scene, encoded);
    return of(encoded, folder);
  }

  /** How often it is repeated in a short run. */
  int shortTimes() {
    return (int) Math.ceil(SHORT_SECONDS / seconds);
  }

  /** How often it is repeated in a run that is so much longer, or a little more. */
  int longTimes(int minutes) {
    return shortTimes() + (int) Math.ceil(minutes * 60 / seconds);
  }

  /** So many minutes the long run is longer. */
  double minutesMore(int minutes) {
    return (longTimes(minutes) - shortTimes()) * seconds / 60;
  }

  Path repeated(int times) throws IOException, InterruptedException {
    String name = video.toAbsolutePath().toString().replaceAll("[^A-Za-z0-9]+", "-");
    Path file = folder.resolve("%s-%d.mp4".formatted(name.substring(1), times));
    FfmpegProgram.loop(video, times, file);
    return file;
  }
}
