package io.sightings.job.sighting;

import io.sightings.contract.InquiryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What the world was last told about a visit.
 *
 * @param revision 0 for nothing yet
 * @param personId who it was said to be
 * @param name under which name; null for a stranger
 * @param seen up to when, in milliseconds of the source's clock
 * @param closed whether it was said to be over
 * @param outcome what a service had said of it; null for nothing
 */
public record PublishedState(
    int revision,
    String personId,
    @Nullable String name,
    long seen,
    boolean closed,
    @Nullable InquiryOutcome outcome) {
  static final PublishedState NOTHING = new PublishedState(0, null, null, 0, false, null);
}
