package io.sightings.job.track;

import io.sightings.contract.FrameType;
import io.sightings.contract.Sighting.FaceBox;
import io.sightings.contract.SourceKind;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.settings.TrackSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Follows the faces of one source and says which of them are worth identifying. */
final class Tracker {
  private final TrackSettings settings;

  /** What a frame changes. */
  record Step(SourceTracks state, TrackedFrame frame) {}

  Tracker(TrackSettings settings) {
    this.settings = settings;
  }

  Step step(SourceTracks before, SeenFrame frame) {
    if (frame.info().type() == FrameType.ENDED || frame.info().type() == FrameType.GAP) {
      // Whoever stands there after a gap may be somebody else.
      return new Step(null, tracked(frame, List.of()));
    }
    if (frame.info().source().kind() == SourceKind.IMAGE) {
      return new Step(before, tracked(frame, photo(frame)));
    }
    long now = frame.info().capturedAt().toEpochMilli();
    boolean sameRun = before != null && before.epoch().equals(frame.info().epoch());
    List<Track> tracks = sameRun ? alive(before.tracks(), now) : List.of();
    List<FaceBox> boxes = frame.faces().stream().map(SeenFace::box).toList();
    Association association = new Association(boxes, tracks, now, settings.reach());
    List<TrackedFace> faces = new ArrayList<>(boxes.size());
    List<Track> seen = new ArrayList<>(boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      SeenFace face = frame.faces().get(i);
      int continued = association.trackOf[i];
      Track track =
          continued < 0
              ? Track.start(frame.info().id() + "#" + i, face.box(), now)
              : tracks.get(continued).movedTo(face.box(), now);
      boolean worth = worthIdentifying(track, face, now);
      seen.add(worth ? track.askedAbout(face.quality(), now) : track);
      faces.add(
          new TrackedFace(
              track.id(),
              worth ? face : face.withoutCrop(),
              worth,
              continued < 0 ? association.near(i) : List.of()));
    }
    List<Track> after = unseen(tracks, association);
    after.addAll(seen);
    return new Step(new SourceTracks(frame.info().epoch(), after), tracked(frame, faces));
  }

  /** Those of whom no face was found this time, but perhaps the next. */
  private static List<Track> unseen(List<Track> tracks, Association association) {
    List<Track> unseen = new ArrayList<>();
    for (int t = 0; t < tracks.size(); t++) {
      int track = t;
      boolean continued = Arrays.stream(association.trackOf).anyMatch(of -> of == track);
      if (!continued && !association.lost[t]) {
        unseen.add(tracks.get(t));
      }
    }
    return unseen;
  }

  /** A photo is judged by itself: each face is a track of its own. */
  private static List<TrackedFace> photo(SeenFrame frame) {
    List<TrackedFace> faces = new ArrayList<>(frame.faces().size());
    for (SeenFace face : frame.faces()) {
      String id = frame.info().id() + "#" + faces.size();
      faces.add(new TrackedFace(id, face, face.judgeable(), List.of()));
    }
    return faces;
  }

  private boolean worthIdentifying(Track track, SeenFace face, long now) {
    return face.judgeable()
        && (track.asked() < settings.eager()
            || face.quality() >= track.best() * settings.better()
            || now - track.askedAt() >= settings.recheck().toMillis());
  }

  private List<Track> alive(List<Track> tracks, long now) {
    long oldest = now - settings.patience().toMillis();
    return tracks.stream().filter(track -> track.seen() >= oldest).toList();
  }

  private static TrackedFrame tracked(SeenFrame frame, List<TrackedFace> faces) {
    return new TrackedFrame(frame.info(), frame.width(), frame.height(), faces);
  }
}
