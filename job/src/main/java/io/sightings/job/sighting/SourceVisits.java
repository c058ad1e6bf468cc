package io.sightings.job.sighting;

import io.sightings.contract.SourceInfo;
import io.sightings.job.ask.Answer;
import java.util.List;

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
 */
public record SourceVisits(
    SourceInfo source,
    String epoch,
    long clock,
    List<Visit> visits,
    List<Stranger> strangers,
    List<Answer> early,
    List<WaitingPhoto> photos) {

  public SourceVisits {
    visits = visits == null ? List.of() : visits;
    strangers = strangers == null ? List.of() : strangers;
    early = early == null ? List.of() : early;
    photos = photos == null ? List.of() : photos;
  }

  static SourceVisits of(SourceInfo source) {
    return new SourceVisits(
        source, null, Long.MIN_VALUE, List.of(), List.of(), List.of(), List.of());
  }

  SourceVisits withEarly(List<Answer> others) {
    return new SourceVisits(source, epoch, clock, visits, strangers, others, photos);
  }

  SourceVisits withPhotos(List<WaitingPhoto> others) {
    return new SourceVisits(source, epoch, clock, visits, strangers, early, others);
  }

  SourceVisits at(SourceInfo place, String run, long time) {
    return new SourceVisits(place, run, time, visits, strangers, early, photos);
  }

  SourceVisits with(List<Visit> others, List<Stranger> remembered) {
    return new SourceVisits(source, epoch, clock, others, remembered, early, photos);
  }
}
