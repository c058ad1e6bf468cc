package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.client.FaceOperation;
import io.sightings.engine.azure.client.models.FaceAttributes;
import io.sightings.engine.azure.client.models.QualityForRecognition;
import io.sightings.engine.azure.settings.IdentifySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Asks whose a face is that the service has found, if that is worth a call. */
final class FaceQuestion {
  /** A face id is not used up to its last moment. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private final IdentifySettings settings;
  private final InstantSource clock;

  FaceQuestion(IdentifySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Fails only where the service has forgotten the face; see {@link Failures#forgotten}. */
  CompletableFuture<AzureAnswer> ask(GroupOfResource group, AzureFace face, CallOptions options) {
    FaceAttributes attributes = face.attributes();
    QualityForRecognition quality = attributes == null ? null : attributes.qualityForRecognition();
    if (!settings.enough(quality)) {
      String text =
          "The service finds the face's quality %s; %s is needed (azure.identify.minQuality)."
              .formatted(quality, settings.minQuality());
      return told(Outcome.LOW_QUALITY, text, face);
    }
    if (face.faceId() == null) {
      String text =
          "The service gave this face no id to ask by; " + FaceFault.NOT_APPROVED.remedy() + ".";
      return told(Outcome.NOT_SUPPORTED, text, face);
    }
    Instant forgotten = face.found().plus(settings.faceIdTimeToLive()).minus(RESERVE);
    Duration left = Duration.between(clock.instant(), forgotten);
    if (left.isNegative()) {
      return CompletableFuture.failedFuture(forgotten());
    }
    boolean shorter = left.compareTo(options.patience()) < 0;
    return group
        .whose(face.faceId(), attributes, shorter ? options.withPatience(left) : options)
        .exceptionallyCompose(
            failure -> {
              boolean late = shorter && !clock.instant().isBefore(forgotten);
              if (late || Failures.forgotten(failure)) {
                return CompletableFuture.failedFuture(
                    late ? new PaidException(forgotten(), Failures.paid(failure)) : failure);
              }
              return CompletableFuture.completedFuture(
                  Failures.answer(failure, attributes, 0, group.resource()));
            });
  }

  private static FaceException forgotten() {
    return new FaceException(
        FaceOperation.IDENTIFY,
        FaceFault.NO_FACE_ID,
        "identify was not asked in time: the service has forgotten this face (azure.identify.faceIdTimeToLive)",
        null);
  }

  private static CompletableFuture<AzureAnswer> told(Outcome outcome, String text, AzureFace face) {
    return CompletableFuture.completedFuture(
        AzureAnswer.without(outcome, text, face.attributes(), 0, face.resource()));
  }
}
