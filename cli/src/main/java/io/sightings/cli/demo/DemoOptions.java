package io.sightings.cli.demo;

import io.sightings.engine.EngineSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * What the user asked for.
 *
 * @param inputs empty for the drawn scene
 * @param people folder of people to enrol; null for none
 * @param engine which detector and embedder
 * @param fps frames per second taken from videos
 * @param out where results go
 * @param uiPort of Flink's web UI; 0 for any free one
 * @param keep whether broker and Flink stay up at the end
 * @param naming who says who people are
 * @param overrides key=value settings of the job
 */
record DemoOptions(
    List<String> inputs,
    Path people,
    EngineSettings engine,
    double fps,
    OutputFolder out,
    int uiPort,
    boolean keep,
    Naming naming,
    List<String> overrides) {

  /** Who says who people are. */
  enum Naming {
    LOCAL,
    AZURE,
    STAND_IN
  }

  boolean drawn() {
    return inputs.isEmpty();
  }
}
