package io.sightings.engine.runtime;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.detect.FaceDetector;
import io.sightings.engine.detect.UltraFaceDetector;
import io.sightings.engine.detect.UltraFaceModel;
import io.sightings.engine.detect.YuNetDetector;
import io.sightings.engine.detect.YuNetModel;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Chooses a detector's network and loads it. */
final class DetectorLoader {
  private static final String YUNET = "yunet";
  private static final String ULTRAFACE = "ultraface";
  private static final int TRIAL_SIDE = 64;

  private final EngineSettings settings;
  private final ModelFiles models;

  DetectorLoader(EngineSettings settings, ModelFiles models) {
    this.settings = settings;
    this.models = models;
  }

  /**
   * A loaded network.
   *
   * @param name of the model
   * @param detectors makes a detector for one thread
   * @param session to close in the end
   */
  record Network(
      String name,
      Function<EngineSettings.Detector, FaceDetector> detectors,
      AutoCloseable session) {

    void close() {
      try {
        session.close();
      } catch (Exception e) {
        throw new IllegalStateException("The detector " + name + " could not be closed.", e);
      }
    }
  }

  /**
   * Detectors that would do, best first.
   *
   * @throws EngineUnavailableException if the settings name one that is not known
   */
  List<ModelEntry> candidates() {
    String wanted = settings.detector().model();
    if (wanted.isEmpty()) {
      return models.entries(ModelEntry.Role.DETECTOR).stream()
          .filter(entry -> known(entry.name()))
          .toList();
    }
    if (!known(wanted)) {
      throw new EngineUnavailableException(
          "No detector is called "
              + wanted
              + "; set engine.detector.model to "
              + YUNET
              + " or "
              + ULTRAFACE
              + ", or leave it empty.");
    }
    return List.of(models.entry(wanted));
  }

  /**
   * The best one whose files are there.
   *
   * @throws EngineUnavailableException if a file is not the one the catalogue means, or does not
   *     fit
   */
  Optional<Network> load() {
    return candidates().stream().flatMap(entry -> load(entry).stream()).findFirst();
  }

  private Optional<Network> load(ModelEntry entry) {
    Optional<byte[]> file = models.read(entry);
    if (entry.name().equals(YUNET)) {
      return file.map(YuNetModel::load)
          .map(model -> tried(YUNET, settings -> new YuNetDetector(model, settings), model));
    }
    Optional<byte[]> points = models.needed(entry).flatMap(models::read);
    return file.isEmpty() || points.isEmpty()
        ? Optional.empty()
        : Optional.of(ultraFace(UltraFaceModel.load(file.get(), points.get())));
  }

  private Network ultraFace(UltraFaceModel model) {
    return tried(ULTRAFACE, settings -> new UltraFaceDetector(model, settings), model);
  }

  /** A network of another shape fails here and not at the first frame. */
  private Network tried(
      String name,
      Function<EngineSettings.Detector, FaceDetector> detectors,
      AutoCloseable session) {
    Network network = new Network(name, detectors, session);
    try (FaceDetector detector = detectors.apply(settings.detector());
        Mat black = new Mat(TRIAL_SIDE, TRIAL_SIDE, CV_8UC3, new Scalar(0))) {
      detector.detect(black);
      return network;
    } catch (RuntimeException e) {
      network.close();
      throw new EngineUnavailableException(
          "The detector "
              + name
              + " does not work as its catalogue entry describes it: "
              + (e.getCause() == null ? e : e.getCause()).getMessage(),
          e);
    }
  }

  private static boolean known(String name) {
    return name.equals(YUNET) || name.equals(ULTRAFACE);
  }
}
