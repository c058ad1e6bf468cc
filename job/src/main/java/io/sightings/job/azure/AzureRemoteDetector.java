package io.sightings.job.azure;

import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureDetectResult;
import io.sightings.azure.identify.AzureDetector;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.RejectReason;
import io.sightings.job.detect.RemoteDetector;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Azure AI Face as a detector. */
public final class AzureRemoteDetector implements RemoteDetector {
  private final AzureDetector client;

  private AzureRemoteDetector(AzureDetector client) {
    this.client = client;
  }

  /**
   * @param identifying whether the faces are to be identified afterwards
   */
  public static RemoteDetector open(AzureSettings settings, boolean identifying) {
    return new AzureRemoteDetector(AzureDetector.open(settings, identifying));
  }

  @Override
  public CompletableFuture<Answer> detect(byte[] image, boolean live) {
    CallOptions options =
        live ? client.options(CallPriority.NEW) : client.patientOptions(CallPriority.NEW);
    return client.detect(image, options).thenApply(AzureRemoteDetector::answer);
  }

  private static Answer answer(AzureDetectResult detection) {
    return new Answer(detection.faces(), rejection(detection.trouble()), detection.text());
  }

  private static @Nullable RejectReason rejection(InquiryOutcome trouble) {
    if (trouble == null) {
      return null;
    }
    return trouble == InquiryOutcome.BAD_IMAGE
        ? RejectReason.UNREADABLE_IMAGE
        : RejectReason.SERVICE_FAILURE;
  }

  @Override
  public void close() {
    client.close();
  }
}
