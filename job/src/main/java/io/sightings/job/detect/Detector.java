package io.sightings.job.detect;

import io.sightings.contract.FrameInfo;
import io.sightings.contract.RejectReason;
import io.sightings.contract.Sighting.FaceBox;
import io.sightings.engine.Analysis;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.UnreadableImageException;
import io.sightings.job.admit.Delivery;
import java.util.List;

/** One frame's way through the engine. */
final class Detector {
  private final DetectMetrics metrics;

  Detector(DetectMetrics metrics) {
    this.metrics = metrics;
  }

  Detection detect(FrameAnalyser analyser, Delivery delivery) {
    try {
      Analysis analysis = analyser.analyse(delivery.message().value());
      metrics.analysed(analysis);
      List<SeenFace> faces = analysis.faces().stream().map(Detector::face).toList();
      FrameInfo info = delivery.info();
      return new Detection(new SeenFrame(info, analysis.width(), analysis.height(), faces), null);
    } catch (UnreadableImageException e) {
      return rejected(delivery, reason(e.reason()), e.getMessage());
    } catch (RuntimeException e) {
      // A native library's failure on one picture must not stop the next one.
      return rejected(delivery, RejectReason.ENGINE_FAILURE, "the engine failed: " + e);
    }
  }

  static Detection rejected(Delivery delivery, RejectReason reason, String detail) {
    return new Detection(null, delivery.reject(reason, detail));
  }

  private static SeenFace face(DetectedFace face) {
    FaceBox box =
        new FaceBox(face.box().x(), face.box().y(), face.box().width(), face.box().height());
    return new SeenFace(box, face.quality().overall(), face.quality().judgeable(), face.crop());
  }

  private static RejectReason reason(UnreadableImageException.Reason reason) {
    return switch (reason) {
      case EMPTY -> RejectReason.EMPTY_IMAGE;
      case TOO_MANY_BYTES, TOO_MANY_PIXELS -> RejectReason.TOO_LARGE;
      case NOT_AN_IMAGE, TRUNCATED, CORRUPT -> RejectReason.UNREADABLE_IMAGE;
    };
  }
}
