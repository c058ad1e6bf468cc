package io.sightings.azure.identify;

import io.sightings.azure.call.CallOptions;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.settings.IdentifySettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Attributes;
import io.sightings.engine.ServiceFace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Asks whose a face is that the service has found, if that is worth a call. */
final class FaceIdIdentifier {
  /** A face id is not used up to its last moment. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private final IdentifySettings settings;
  private final InstantSource clock;

  FaceIdIdentifier(IdentifySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Fails only where the service has forgotten the face; see {@link IdentifyErrorMapper#forgotten}.
   */
  CompletableFuture<AzureIdentifyResult> ask(
      ResourcePersonGroup group, ServiceFace face, CallOptions options) {
    Attributes attributes = face.attributes();
    String quality = attributes == null ? null : attributes.quality();
    if (!settings.enough(quality)) {
      String text =
          "The service finds the face's quality %s; %s is needed (azure.identify.minQuality)."
              .formatted(quality, settings.minQuality());
      return told(InquiryOutcome.LOW_QUALITY, text, face);
    }
    if (face.faceId() == null) {
      String text =
          "The service gave this face no id to ask by; "
              + FaceErrorKind.NOT_APPROVED.remedy()
              + ".";
      return told(InquiryOutcome.NOT_SUPPORTED, text, face);
    }
    Instant forgotten =
        Instant.ofEpochMilli(face.found()).plus(settings.faceIdTimeToLive()).minus(RESERVE);
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
              if (late || IdentifyErrorMapper.forgotten(failure)) {
                return CompletableFuture.failedFuture(
                    late
                        ? new PaidCallException(forgotten(), IdentifyErrorMapper.paid(failure))
                        : failure);
              }
              return CompletableFuture.completedFuture(
                  IdentifyErrorMapper.answer(failure, attributes, 0, group.resource()));
            });
  }

  private static FaceException forgotten() {
    return new FaceException(
        FaceOperation.IDENTIFY,
        FaceErrorKind.NO_FACE_ID,
        "identify was not asked in time: the service has forgotten this face (azure.identify.faceIdTimeToLive)",
        null);
  }

  private static CompletableFuture<AzureIdentifyResult> told(
      InquiryOutcome outcome, String text, ServiceFace face) {
    return CompletableFuture.completedFuture(
        AzureIdentifyResult.without(outcome, text, face.attributes(), 0, face.resource()));
  }
}
