package io.sightings.job.sighting;

import io.sightings.contract.SourceInfo;
import java.util.List;

/**
 * All that is remembered of one source: the state of the sighting stage.
 *
 * @param source as its last frame described it
 * @param epoch of the last frame
 * @param clock capture time of the last frame or heartbeat, in milliseconds
 * @param visits those not over, oldest first
 * @param strangers those remembered, most recently seen last
 */
public record SourceVisits(
    SourceInfo source, String epoch, long clock, List<Visit> visits, List<Stranger> strangers) {

  public SourceVisits {
    visits = visits == null ? List.of() : visits;
    strangers = strangers == null ? List.of() : strangers;
  }

  static SourceVisits of(SourceInfo source) {
    return new SourceVisits(source, null, Long.MIN_VALUE, List.of(), List.of());
  }
}
