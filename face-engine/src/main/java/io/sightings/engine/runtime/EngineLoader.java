package io.sightings.engine.runtime;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.detect.HaarCascadeDetector;
import io.sightings.engine.embed.LbphEmbedder;
import io.sightings.engine.embed.OnnxEmbedder;
import io.sightings.engine.image.DecodeMemoryLimiter;
import io.sightings.engine.model.EmbedderSpec;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelFiles;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.jspecify.annotations.Nullable;

/** Chooses a detector and an embedder and loads them. */
final class EngineLoader {
  private final EngineSettings settings;
  private final ModelFiles models;

  EngineLoader(EngineSettings settings) {
    this.settings = settings;
    this.models = ModelFiles.in(settings.models());
  }

  LoadedEngine load() {
    opencv_core.setNumThreads(1); // every worker has its own thread already
    if (settings.engine() == Engine.OFFLINE) {
      return offline(null);
    }
    boolean patterns = settings.embedder().equals(LbphEmbedder.NAME);
    List<ModelEntry> candidates = patterns ? List.of() : candidates();
    DetectorLoader detectors = new DetectorLoader(settings, models);
    Optional<Choice> choice =
        candidates.stream()
            .flatMap(entry -> models.read(entry).map(file -> new Choice(entry, file)).stream())
            .findFirst();
    if (choice.isEmpty() && !patterns) {
      return without(candidates.get(0));
    }
    return detectors
        .load()
        .map(network -> choice.map(found -> onnx(network, found)).orElseGet(() -> onnx(network)))
        .orElseGet(() -> without(detectors.candidates().get(0)));
  }

  /** Embedders that would do, best first. */
  private List<ModelEntry> candidates() {
    if (settings.embedder().isEmpty()) {
      return models.entries(ModelEntry.Role.EMBEDDER);
    }
    ModelEntry wanted = models.entry(settings.embedder());
    if (wanted.role() != ModelEntry.Role.EMBEDDER) {
      throw new EngineUnavailableException(
          "The model "
              + wanted.name()
              + " is no embedder; set engine.embedder to one, or leave it empty.");
    }
    return List.of(wanted);
  }

  private LoadedEngine without(ModelEntry missing) {
    if (settings.engine() == Engine.ONNX
        || !settings.embedder().isEmpty()
        || !settings.detector().model().isEmpty()) {
      throw new EngineUnavailableException(
          "The model "
              + missing.name()
              + " is missing: "
              + models.howToGet(missing)
              + "; or set engine to offline.");
    }
    return offline(
        "The model "
            + missing.name()
            + " is missing, so the weaker offline engine knows faces here; to change that, "
            + models.howToGet(missing)
            + ".");
  }

  private LoadedEngine onnx(DetectorLoader.Network network, Choice choice) {
    try {
      EmbedderSpec own = choice.entry().embedder();
      EmbedderSpec spec =
          settings.threshold() > 0 ? own.withThreshold((float) settings.threshold()) : own;
      OnnxEmbedder embedder = OnnxEmbedder.load(choice.entry().name(), spec, choice.file());
      return with(network, embedder, List.of(embedder, network.session()));
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private LoadedEngine onnx(DetectorLoader.Network network) {
    return with(network, lbph(), List.of(network.session()));
  }

  private LoadedEngine with(
      DetectorLoader.Network network, FaceEmbedder embedder, List<AutoCloseable> sessions) {
    return new LoadedEngine(
        network.name(), network.detectors(), embedder, null, memory(), sessions);
  }

  private LoadedEngine offline(@Nullable String notice) {
    return new LoadedEngine(
        "cascade", HaarCascadeDetector::new, lbph(), notice, memory(), List.of());
  }

  private DecodeMemoryLimiter memory() {
    return new DecodeMemoryLimiter(settings.image().maxMemory());
  }

  private FaceEmbedder lbph() {
    return new LbphEmbedder((float) settings.threshold());
  }

  private record Choice(ModelEntry entry, byte[] file) {}
}
