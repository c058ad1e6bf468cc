package io.sightings.azure.identify;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Attributes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question about a face.
 *
 * @param outcome of the question
 * @param text why there is no name, as a sentence; empty where there are candidates
 * @param candidates likeliest first
 * @param attributes what the service tells about the face; null where it told nothing
 * @param paidCalls what the question cost; a call shared by several faces counts in parts
 * @param resource that was asked; empty where none was
 * @param peopleVersion of the group that answered: its id, {@code @} and when it was last trained,
 *     as far as that was known; empty where it is not
 */
@RecordBuilder
public record AzureIdentifyResult(
    InquiryOutcome outcome,
    String text,
    List<AzureCandidate> candidates,
    @Nullable Attributes attributes,
    double paidCalls,
    String resource,
    String peopleVersion)
    implements AzureIdentifyResultBuilder.With {

  public AzureIdentifyResult {
    candidates = List.copyOf(candidates);
  }

  static AzureIdentifyResult without(
      InquiryOutcome outcome,
      String text,
      @Nullable Attributes attributes,
      double paid,
      String resource) {
    return new AzureIdentifyResult(outcome, text, List.of(), attributes, paid, resource, "");
  }

  AzureIdentifyResult costing(double more) {
    return withPaidCalls(paidCalls + more);
  }
}
