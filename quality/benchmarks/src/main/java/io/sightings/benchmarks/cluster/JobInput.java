package io.sightings.benchmarks.cluster;

import io.sightings.benchmarks.JpegClip;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.RecordingCache;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What the job is given, and by which engine it looks for faces. */
final class JobInput {
  @Option(names = "--video", description = "a video, looped; without it, the drawn scene")
  private Path video;

  @Option(
      names = "--models",
      description = "the folder with the model files; without it, the engine that needs none")
  private Path models;

  @Option(names = "--threads", defaultValue = "1", description = "of detect, in each subtask")
  private int threads;

  JpegClip clip(Path folder) throws Exception {
    return JpegClip.of(
        video == null
            ? new RecordingCache(folder.resolve("scene")).get(DemoScene.defaults()).video()
            : video);
  }

  /** The job's settings, in YAML. */
  String settings(String bootstrap, Path files) {
    String engine =
        models == null
            ? "{engine: offline}"
            : "{engine: onnx, models: [\"%s\"]}".formatted(models.toAbsolutePath());
    return """
        kafka: {bootstrap: "%s"}
        engine: %s
        detect: {threads: %d}
        files: {path: "%s", rollover: 1s}
        checkpoint: {interval: 1s}
        """
        .formatted(bootstrap, engine, threads, files.toUri());
  }
}
