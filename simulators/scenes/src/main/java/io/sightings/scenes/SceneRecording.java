package io.sightings.scenes;

import io.sightings.scenes.person.PersonTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * A scene as a camera recorded it, and whom of the people in it the users know.
 *
 * @param start capture time of the first frame, a whole second
 * @param gap appearances of one person closer than this are one visit
 * @param enrolled the people of whom portraits exist, by name; everyone else is a stranger
 */
public record SceneRecording(
    WalkScene scene,
    double framesPerSecond,
    Instant start,
    Duration gap,
    Map<String, PersonTraits> enrolled) {
  private static final int PORTRAITS = 5;

  /** The names of the enrolled. */
  public Set<String> known() {
    return new TreeSet<>(enrolled.keySet());
  }

  /** The names by which the truth calls those who are not enrolled. */
  public Set<String> strangers() {
    SortedSet<String> names = new TreeSet<>();
    scene.walks().forEach(walk -> names.add(walk.name()));
    names.removeAll(enrolled.keySet());
    return names;
  }

  public SceneTruth truth() {
    return SceneTruth.of(scene, framesPerSecond, start, gap, known());
  }

  /** Writes video, truth and portraits into a folder. */
  public RecordedFiles writeTo(Path folder) throws IOException {
    return writeTo(folder, frames -> {});
  }

  /**
   * @param progress is told how many frames of the video are written, after each
   */
  public RecordedFiles writeTo(Path folder, IntConsumer progress) throws IOException {
    RecordedFiles files = new RecordedFiles(Files.createDirectories(folder));
    SceneVideoWriter.write(scene, framesPerSecond, files.video(), start, progress);
    truth().write(files.truth());
    PortraitPainter portraits = new PortraitPainter();
    for (Map.Entry<String, PersonTraits> person : enrolled.entrySet()) {
      portraits.write(files.people(), person.getKey(), person.getValue(), PORTRAITS);
    }
    return files;
  }
}
