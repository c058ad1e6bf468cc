package io.sightings.job.track;

import java.util.List;

/**
 * The tracks of one source: the state of the track stage.
 *
 * @param epoch the run they belong to
 * @param tracks those not over yet
 * @param gone those over, who are asked about again
 */
public record SourceTracks(String epoch, List<FaceTrack> tracks, List<ClosedTrack> gone) {

  public SourceTracks {
    tracks = tracks == null ? List.of() : tracks;
    gone = gone == null ? List.of() : gone;
  }
}
