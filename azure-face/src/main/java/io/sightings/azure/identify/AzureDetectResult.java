package io.sightings.azure.identify;

import io.sightings.contract.InquiryOutcome;
import io.sightings.engine.ServiceDetection;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faces of a picture.
 *
 * @param trouble why it could not be searched; null where it could
 * @param text the same as a sentence; empty where it could
 * @param faces largest first
 * @param paidCalls what it cost
 * @param resource that was asked
 */
@RecordBuilder
public record AzureDetectResult(
    @Nullable InquiryOutcome trouble,
    String text,
    List<ServiceDetection> faces,
    double paidCalls,
    String resource)
    implements AzureDetectResultBuilder.With {

  public AzureDetectResult {
    faces = List.copyOf(faces);
  }

  public Optional<InquiryOutcome> failure() {
    return Optional.ofNullable(trouble);
  }
}
