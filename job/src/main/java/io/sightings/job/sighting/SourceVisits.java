package io.sightings.job.sighting;

import io.sightings.contract.SourceInfo;
import io.sightings.job.identify.remote.IdentifyResult;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one source: the state of the sighting stage.
 *
 * @param source as its last frame described it
 * @param epoch of the last frame
 * @param clock capture time of the last frame or heartbeat, in milliseconds
 * @param visits those not over, oldest first
 * @param strangers those remembered, most recently seen last
 * @param early answers that came before the face they are about
 * @param photos that wait for answers
 * @param interval between two pictures, in milliseconds, on average of the last ones; 0 while
 *     unknown
 */
@RecordBuilder
public record SourceVisits(
    SourceInfo source,
    @Nullable String epoch,
    long clock,
    List<VisitState> visits,
    List<KnownStranger> strangers,
    List<IdentifyResult> early,
    List<PendingPhoto> photos,
    long interval)
    implements SourceVisitsBuilder.With {

  public SourceVisits {
    visits = visits == null ? List.of() : visits;
    strangers = strangers == null ? List.of() : strangers;
    early = early == null ? List.of() : early;
    photos = photos == null ? List.of() : photos;
  }

  static SourceVisits of(SourceInfo source) {
    return new SourceVisits(
        source, null, Long.MIN_VALUE, List.of(), List.of(), List.of(), List.of(), 0);
  }

  SourceVisits at(SourceInfo place, @Nullable String run, long time) {
    return new SourceVisits(place, run, time, visits, strangers, early, photos, interval);
  }

  SourceVisits with(List<VisitState> others, List<KnownStranger> remembered) {
    return new SourceVisits(source, epoch, clock, others, remembered, early, photos, interval);
  }
}
