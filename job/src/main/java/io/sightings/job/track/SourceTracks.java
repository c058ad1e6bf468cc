package io.sightings.job.track;

import java.util.List;

/**
 * The tracks of one source: the state of the track stage.
 *
 * @param epoch the run they belong to
 * @param tracks those not over yet
 */
public record SourceTracks(String epoch, List<Track> tracks) {

  public SourceTracks {
    tracks = tracks == null ? List.of() : tracks;
  }
}
