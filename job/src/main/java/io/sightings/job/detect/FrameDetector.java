package io.sightings.job.detect;

import io.sightings.contract.RejectReason;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.ServiceDetection;
import io.sightings.engine.ServiceFace;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.work.FailureLog;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One frame's way through the engine. */
final class FrameDetector {
  private final DetectMetrics metrics;
  private final FailureLog failures = new FailureLog(LoggerFactory.getLogger(FrameDetector.class));

  FrameDetector(DetectMetrics metrics) {
    this.metrics = metrics;
  }

  /** A look at a picture, which may be unreadable. */
  private interface Look {
    FrameAnalysis analyse(byte @Nullable [] image) throws UnreadableImageException;
  }

  DetectResult detect(FrameAnalyser analyser, FrameRecord delivery) {
    return guarded(
        delivery,
        analyser::analyse,
        analysis -> analysis.faces().stream().map(face -> face(face, null)).toList());
  }

  /** Looks at the faces a service has found. */
  DetectResult detect(FrameAnalyser analyser, FrameRecord delivery, List<ServiceDetection> found) {
    return guarded(
        delivery,
        image -> analyser.analyse(image, found.stream().map(ServiceDetection::place).toList()),
        analysis ->
            IntStream.range(0, found.size())
                .mapToObj(i -> face(analysis.faces().get(i), found.get(i).service()))
                .toList());
  }

  private DetectResult guarded(
      FrameRecord delivery, Look look, Function<FrameAnalysis, List<SeenFace>> faces) {
    try {
      FrameAnalysis analysis = look.analyse(delivery.message().value());
      metrics.analysed(analysis);
      return new DetectResult(
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
  DetectResult failed(FrameRecord delivery, String what, Throwable failure) {
    failures.unexpected("On " + delivery.info().id() + ", " + what + " failed", failure);
    return rejected(delivery, RejectReason.ENGINE_FAILURE, what + " failed: " + failure);
  }

  static DetectResult rejected(FrameRecord delivery, UnreadableImageException why) {
    return rejected(delivery, reason(why.reason()), why.getMessage());
  }

  static DetectResult rejected(FrameRecord delivery, RejectReason reason, @Nullable String detail) {
    return new DetectResult(null, delivery.reject(reason, detail));
  }

  /**
   * @param service what a service that found it knows; null if it was found here
   */
  private static SeenFace face(DetectedFace face, @Nullable ServiceFace service) {
    return new SeenFace(
        face.box(),
        face.quality().overall(),
        face.quality().judgeable(),
        face.crop(),
        face.shot(),
        service);
  }

  private static RejectReason reason(UnreadableImageException.Reason reason) {
    return switch (reason) {
      case EMPTY -> RejectReason.EMPTY_IMAGE;
      case TOO_MANY_BYTES, TOO_MANY_PIXELS, TOO_COSTLY -> RejectReason.TOO_LARGE;
      case NOT_AN_IMAGE, UNSUPPORTED, TRUNCATED, CORRUPT -> RejectReason.UNREADABLE_IMAGE;
    };
  }
}
