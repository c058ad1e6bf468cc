package io.sightings.engine.runtime;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.detect.CascadeDetector;
import io.sightings.engine.detect.YuNetDetector;
import io.sightings.engine.detect.YuNetModel;
import io.sightings.engine.embed.LbphEmbedder;
import io.sightings.engine.embed.OnnxEmbedder;
import io.sightings.engine.model.EmbedderSpec;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.Models;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;

/** Chooses a detector and an embedder and loads them. */
final class EngineLoader {
  private static final String DETECTOR = "yunet";

  private final EngineSettings settings;
  private final Models models;

  EngineLoader(EngineSettings settings) {
    this.settings = settings;
    this.models = Models.in(settings.models());
  }

  LoadedEngine load() {
    opencv_core.setNumThreads(1); // every worker has its own thread already
    if (settings.engine() == Engine.OFFLINE) {
      return offline(null);
    }
    ModelEntry detector = models.entry(DETECTOR);
    Optional<byte[]> detectorFile = models.read(detector);
    Optional<Choice> embedder = embedder();
    if (detectorFile.isPresent() && embedder.isPresent()) {
      return onnx(detectorFile.get(), embedder.get());
    }
    ModelEntry missing = detectorFile.isEmpty() ? detector : wanted();
    if (settings.engine() == Engine.ONNX || !settings.embedder().isEmpty()) {
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

  private ModelEntry wanted() {
    return settings.embedder().isEmpty()
        ? models.entries(ModelEntry.Role.EMBEDDER).get(0)
        : models.entry(settings.embedder());
  }

  private Optional<Choice> embedder() {
    List<ModelEntry> candidates =
        settings.embedder().isEmpty()
            ? models.entries(ModelEntry.Role.EMBEDDER)
            : List.of(wanted());
    return candidates.stream()
        .flatMap(entry -> models.read(entry).map(file -> new Choice(entry, file)).stream())
        .findFirst();
  }

  private LoadedEngine onnx(byte[] detectorFile, Choice choice) {
    YuNetModel yunet = YuNetModel.load(detectorFile);
    try {
      EmbedderSpec own = choice.entry().embedder();
      EmbedderSpec spec =
          settings.threshold() > 0 ? own.withThreshold((float) settings.threshold()) : own;
      OnnxEmbedder embedder = OnnxEmbedder.load(choice.entry().name(), spec, choice.file());
      return new LoadedEngine(
          DETECTOR,
          detector -> new YuNetDetector(yunet, detector),
          embedder,
          null,
          List.of(embedder, yunet));
    } catch (RuntimeException e) {
      yunet.close();
      throw e;
    }
  }

  private LoadedEngine offline(String notice) {
    FaceEmbedder embedder = new LbphEmbedder((float) settings.threshold());
    return new LoadedEngine("cascade", CascadeDetector::new, embedder, notice, List.of());
  }

  private record Choice(ModelEntry entry, byte[] file) {}
}
