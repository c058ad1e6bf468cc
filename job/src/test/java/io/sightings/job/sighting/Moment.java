package io.sightings.job.sighting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some equal frames of a random world.
 *
 * @param pause seconds since the moment before
 * @param silence whether the source was thought silent before
 * @param frames how many, a second apart
 * @param faces in each of them
 */
record Moment(int pause, boolean silence, int frames, List<Appearance> faces) {

  Moment withoutSilence() {
    return new Moment(pause, false, frames, faces);
  }

  /**
   * Somebody in a frame.
   *
   * @param person who it is
   * @param looksLike whom they look like, perhaps somebody else
   * @param similarity to whom they look like
   * @param judged whether the face is good enough to be compared
   * @param lost whether the tracker has lost them since they were seen last
   * @param onTrackOf whose track the tracker believes this to be, if that is free
   */
  record Appearance(
      String person,
      String looksLike,
      double similarity,
      boolean judged,
      boolean lost,
      String onTrackOf) {}

  /** Which person is on which track, as a tracker that makes mistakes sees it. */
  static final class Tracks {
    private final Map<String, Integer> trackOf = new HashMap<>();
    private int last;

    FaceShown[] shown(List<Appearance> faces) {
      List<FaceShown> shown = new ArrayList<>();
      Set<Integer> taken = new HashSet<>();
      for (Appearance face : faces) {
        Integer track = trackOf.get(face.onTrackOf());
        List<Integer> near = List.of();
        if (face.lost() || track == null || taken.contains(track)) {
          near = track == null ? List.of() : List.of(track);
          track = ++last;
        }
        taken.add(track);
        trackOf.put(face.person(), track);
        shown.add(
            new FaceShown(
                face.looksLike(), track, face.similarity(), face.judged(), 0.5, near, null));
      }
      return shown.toArray(FaceShown[]::new);
    }
  }
}
