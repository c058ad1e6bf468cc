package io.sightings.scenes;

import java.nio.file.Path;

/** Where the parts of a written recording lie. */
public record RecordedFiles(Path folder) {
  /** The MP4 file. */
  public Path video() {
    return folder.resolve("scene.mp4");
  }

  /** The JSON that {@link SceneTruth#read} reads. */
  public Path truth() {
    return folder.resolve("truth.json");
  }

  /** A folder of portraits per enrolled person. */
  public Path people() {
    return folder.resolve("people");
  }
}
