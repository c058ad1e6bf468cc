package io.sightings.job.detect;

import io.sightings.contract.RejectReason;
import io.sightings.contract.Sighting.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.Analysis;
import io.sightings.engine.Box;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FoundFace;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.Shot;
import io.sightings.engine.azure.identify.AzureFace;
import io.sightings.job.admit.Delivery;
import io.sightings.job.work.FailureLog;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/** One frame's way through the engine. */
final class Detector {
  private final DetectMetrics metrics;
  private final FailureLog failures = new FailureLog(LoggerFactory.getLogger(Detector.class));

  Detector(DetectMetrics metrics) {
    this.metrics = metrics;
  }

  /** A look at a picture, which may be unreadable. */
  private interface Look {
    Analysis analyse(byte[] image) throws UnreadableImageException;
  }

  Detection detect(FrameAnalyser analyser, Delivery delivery) {
    return guarded(
        delivery,
        analyser::analyse,
        analysis -> analysis.faces().stream().map(face -> face(face, null)).toList());
  }

  /** Looks at the faces a service has found. */
  Detection detect(FrameAnalyser analyser, Delivery delivery, List<AzureFace> found) {
    return guarded(
        delivery,
        image -> analyser.analyse(image, found.stream().map(Detector::found).toList()),
        analysis ->
            IntStream.range(0, found.size())
                .mapToObj(i -> face(analysis.faces().get(i), found.get(i)))
                .toList());
  }

  private Detection guarded(
      Delivery delivery, Look look, Function<Analysis, List<SeenFace>> faces) {
    try {
      Analysis analysis = look.analyse(delivery.message().value());
      metrics.analysed(analysis);
      return new Detection(
          new SeenFrame(
              delivery.info(), analysis.width(), analysis.height(), faces.apply(analysis)),
          null);
    } catch (UnreadableImageException e) {
      return rejected(delivery, e);
    } catch (RuntimeException e) {
      // A native library's failure on one picture must not stop the next one.
      return failed(delivery, "the engine", e);
    }
  }

  /** For what nothing else foresees. */
  Detection failed(Delivery delivery, String what, Throwable failure) {
    failures.unexpected("On " + delivery.info().id() + ", " + what + " failed", failure);
    return rejected(delivery, RejectReason.ENGINE_FAILURE, what + " failed: " + failure);
  }

  static Detection rejected(Delivery delivery, UnreadableImageException why) {
    return rejected(delivery, reason(why.reason()), why.getMessage());
  }

  static Detection rejected(Delivery delivery, RejectReason reason, String detail) {
    return new Detection(null, delivery.reject(reason, detail));
  }

  private static FoundFace found(AzureFace face) {
    return new FoundFace(face.box(), face.landmarks(), 1);
  }

  /**
   * @param found by a service; null if it was found here
   */
  private static SeenFace face(DetectedFace face, AzureFace found) {
    Shot shot = face.shot();
    return new SeenFace(
        box(face.box()),
        face.quality().overall(),
        face.quality().judgeable(),
        face.crop(),
        shot == null ? null : new FacePicture(shot.jpeg(), box(shot.face())),
        found == null
            ? null
            : new ServiceFace(
                found.faceId(),
                found.resource(),
                found.found().toEpochMilli(),
                Attributed.by(found.attributes())));
  }

  private static FaceBox box(Box box) {
    return new FaceBox(box.x(), box.y(), box.width(), box.height());
  }

  private static RejectReason reason(UnreadableImageException.Reason reason) {
    return switch (reason) {
      case EMPTY -> RejectReason.EMPTY_IMAGE;
      case TOO_MANY_BYTES, TOO_MANY_PIXELS, TOO_COSTLY -> RejectReason.TOO_LARGE;
      case NOT_AN_IMAGE, UNSUPPORTED, TRUNCATED, CORRUPT -> RejectReason.UNREADABLE_IMAGE;
    };
  }
}
