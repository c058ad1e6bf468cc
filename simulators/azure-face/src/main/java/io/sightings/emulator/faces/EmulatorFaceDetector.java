package io.sightings.emulator.faces;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.runtime.FaceEngines;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Finds faces with the local engine, as the service would report them. Used by many threads. */
public final class EmulatorFaceDetector implements AutoCloseable {
  private static final int MAX_FACES = 100;

  /** Side in pixels of the smallest face found, in a picture of up to 1920x1080. */
  private static final double MIN_SIDE = 36;

  /** Looking at pictures at the same time: no more than there are processors. */
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  private static final double MAX_SIDE = 4096;
  private static final double FULL_WIDTH = 1920;
  private static final double FULL_HEIGHT = 1080;

  private static final float[] USUAL_LANDMARKS = {
    0.31f, 0.39f, 0.69f, 0.39f, 0.5f, 0.61f, 0.34f, 0.78f, 0.66f, 0.78f
  };

  private final FaceEngine engine;
  private final ConfidenceCurve confidence;
  private final Semaphore workers = new Semaphore(WORKERS);
  private final Queue<FrameAnalyser> idle = new ConcurrentLinkedQueue<>();

  /**
   * @throws io.sightings.engine.EngineUnavailableException if model files are missing or damaged
   */
  public EmulatorFaceDetector(EngineSettings settings) {
    this.engine = FaceEngines.acquire(settings);
    this.confidence = new ConfidenceCurve(engine.embedder().threshold());
  }

  /**
   * @param image as the caller sent it
   * @return largest face first, at most a hundred
   * @throws ApiErrorException if the picture breaks a rule or cannot be decoded
   */
  public EmulatedFaceList find(byte[] image) {
    byte[] readable = ImageValidator.checked(image);
    workers.acquireUninterruptibly(); // held for some milliseconds
    try {
      FrameAnalyser analyser = idle.poll();
      if (analyser == null) {
        analyser = engine.newPhotoAnalyser();
      }
      try {
        return found(analyser.analyse(readable));
      } finally {
        idle.add(analyser);
      }
    } catch (UnreadableImageException e) {
      throw ImageValidator.undecodable();
    } finally {
      workers.release();
    }
  }

  private static EmulatedFaceList found(FrameAnalysis analysis) {
    double growth =
        Math.max(1, Math.max(analysis.width() / FULL_WIDTH, analysis.height() / FULL_HEIGHT));
    List<EmulatedFace> faces =
        analysis.faces().stream()
            .filter(face -> side(face.box()) >= MIN_SIDE * growth)
            .filter(face -> side(face.box()) <= MAX_SIDE)
            .sorted(Comparator.comparingDouble((DetectedFace face) -> -face.box().area()))
            .limit(MAX_FACES)
            .map(EmulatorFaceDetector::face)
            .toList();
    return new EmulatedFaceList(analysis.width(), analysis.height(), faces);
  }

  private static double side(FaceBox box) {
    return Math.min(box.width(), box.height());
  }

  private static EmulatedFace face(DetectedFace face) {
    float[] measured = face.landmarks();
    float[] landmarks = measured == null ? usualLandmarks(face.box()) : measured;
    return new EmulatedFace(face.box(), landmarks, measured != null, face.quality(), face.crop());
  }

  private static float[] usualLandmarks(FaceBox box) {
    float[] points = new float[USUAL_LANDMARKS.length];
    for (int i = 0; i < points.length; i += 2) {
      points[i] = box.x() + USUAL_LANDMARKS[i] * box.width();
      points[i + 1] = box.y() + USUAL_LANDMARKS[i + 1] * box.height();
    }
    return points;
  }

  /** Its feature; null where it cannot be judged. */
  public float @Nullable [] embed(EmulatedFace face) {
    return face.crop() == null ? null : engine.embedder().embed(face.crop());
  }

  /** How similarities of these features become confidences. */
  public ConfidenceCurve confidence() {
    return confidence;
  }

  /** Features of different models must never be compared. */
  public String model() {
    return engine.embedderName();
  }

  /** For users: {@code yunet + mobileface-v2}. */
  public String name() {
    return engine.detectorName() + " + " + engine.embedderName();
  }

  /** What to tell the user about the engine. */
  public Optional<String> notice() {
    return engine.notice();
  }

  /** Waits for those at work; closing twice changes nothing. */
  @Override
  public void close() {
    workers.acquireUninterruptibly(WORKERS);
    try {
      for (FrameAnalyser each = idle.poll(); each != null; each = idle.poll()) {
        each.close();
      }
      engine.close();
    } finally {
      workers.release(WORKERS);
    }
  }

  /**
   * The faces of a picture.
   *
   * @param width of the picture in pixels
   * @param height in the same unit
   * @param faces largest first
   */
  public record EmulatedFaceList(int width, int height, List<EmulatedFace> faces) {}
}
