package io.sightings.job.track;

import io.sightings.contract.FaceBox;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceKind;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.settings.RemoteIdentifySettings;
import io.sightings.job.settings.TrackSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the faces of one source and says which of them are worth identifying. */
final class FaceTracker {
  private final TrackSettings settings;
  private final @Nullable RemoteIdentifySettings asking;
  private final ClosedTracks gone;

  /**
   * What a frame changes.
   *
   * @param again those who are gone and asked about again
   * @param givenUp how many of those who are gone will not be
   */
  record Step(
      @Nullable SourceTracks state, TrackedFrame frame, List<ClosedTrack> again, int givenUp) {}

  /**
   * @param asking which faces a service may be asked about; null where none is asked
   * @param gap unseen for longer than this, a visit is over
   */
  FaceTracker(TrackSettings settings, RemoteIdentifySettings asking, Duration gap) {
    this.settings = settings;
    this.asking = asking;
    this.gone = new ClosedTracks(asking, gap);
  }

  Step step(SourceTracks before, SeenFrame frame) {
    if (frame.info().type() == FrameType.ENDED) {
      return alone(null, tracked(frame, List.of()));
    }
    if (frame.info().source().kind() == SourceKind.IMAGE) {
      return alone(before, tracked(frame, photo(frame)));
    }
    if (frame.info().type() == FrameType.GAP) {
      // After a gap, the face at the same place may belong to another person.
      return withGone(before, List.of(), tracked(frame, List.of()));
    }
    long now = frame.info().capturedAt().toEpochMilli();
    boolean sameRun = before != null && before.epoch().equals(frame.info().epoch());
    List<FaceTrack> tracks = sameRun ? alive(before.tracks(), now) : List.of();
    List<FaceBox> boxes = frame.faces().stream().map(SeenFace::box).toList();
    TrackAssociation association = new TrackAssociation(boxes, tracks, now, settings.reach());
    List<TrackedFace> faces = new ArrayList<>(boxes.size());
    List<FaceTrack> seen = new ArrayList<>(boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      SeenFace face = frame.faces().get(i);
      int continued = association.trackOf[i];
      String id = frame.info().id() + "#" + i;
      // A service is asked once per track, so its tracks are not cut.
      boolean doubtful = continued >= 0 && asking == null && !association.certain[i];
      FaceTrack track =
          continued < 0
              ? FaceTrack.start(id, face.box(), now)
              : tracks.get(continued).movedTo(face.box(), now);
      track = doubtful ? track.under(id) : track;
      track = face.judgeable() ? track.withJudgeableFace() : track;
      boolean question = asking != null && mayBeAskedAbout(track, face, now);
      // A face that is sent to a service is embedded here too: embeddings join its visit.
      boolean worth = face.judgeable() && (question || isWorthComparing(track, face, now));
      track = worth ? track.comparing(face.quality(), now) : track;
      seen.add(question ? asking(track, frame, face) : track);
      faces.add(
          new TrackedFace(
              track.id(),
              worth ? face : face.withoutCrop(),
              worth,
              continued < 0 || doubtful ? association.near(i) : List.of(),
              doubtful ? tracks.get(continued).id() : null,
              question ? id : null));
    }
    List<FaceTrack> after = unseen(tracks, association);
    after.addAll(seen);
    return withGone(before, after, tracked(frame, faces));
  }

  private static Step alone(@Nullable SourceTracks state, TrackedFrame frame) {
    return new Step(state, frame, List.of(), 0);
  }

  /** Only a live source's questions come back without an answer when a service is away. */
  private FaceTrack asking(FaceTrack track, SeenFrame frame, SeenFace face) {
    boolean fit = isFit(face);
    long now = frame.info().capturedAt().toEpochMilli();
    FaceTrack asked = track.askingAbout(fit ? face.quality() : 0, now);
    return fit && frame.info().source().kind() == SourceKind.LIVE ? asked.keeping(face) : asked;
  }

  private Step withGone(SourceTracks before, List<FaceTrack> after, TrackedFrame frame) {
    ClosedTracks.Step others = gone.step(before, after, frame.info().capturedAt().toEpochMilli());
    boolean blind = frame.info().type() == FrameType.GAP && others.tracks().isEmpty();
    return new Step(
        blind ? null : new SourceTracks(frame.info().epoch(), after, others.tracks()),
        frame.asking(others.asked()),
        others.asked(),
        others.givenUp());
  }

  /** Those of whom no face was found this time, but perhaps the next. */
  private static List<FaceTrack> unseen(List<FaceTrack> tracks, TrackAssociation association) {
    List<FaceTrack> unseen = new ArrayList<>();
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
  private List<TrackedFace> photo(SeenFrame frame) {
    List<TrackedFace> faces = new ArrayList<>(frame.faces().size());
    for (SeenFace face : frame.faces()) {
      String id = frame.info().id() + "#" + faces.size();
      boolean question = asking != null && face.judgeable() && face.canBeAskedAbout();
      faces.add(new TrackedFace(id, face, face.judgeable(), List.of(), null, question ? id : null));
    }
    return faces;
  }

  private boolean isWorthComparing(FaceTrack track, SeenFace face, long now) {
    IdentifyAttempts before = track.compared();
    return before.count() < settings.eager()
        || face.quality() >= before.best() * settings.better()
        || now - before.last() >= settings.recheck().toMillis();
  }

  /**
   * Only what may be worth a question is taken along; whether it is one, is decided where the last
   * answer is known. A face that cannot be judged reminds of the one that waits for its answer.
   */
  private boolean mayBeAskedAbout(FaceTrack track, SeenFace face, long now) {
    IdentifyAttempts before = track.asked();
    boolean due = before.count() > 0 && now - before.last() >= asking.again().toMillis();
    if (!face.judgeable() || !face.canBeAskedAbout()) {
      return due;
    }
    return due
        || (before.count() == 0 && track.judgeable() >= asking.after())
        || (before.count() > 0 && isFit(face) && face.quality() >= before.best() * asking.better());
  }

  private boolean isFit(SeenFace face) {
    return face.quality() >= asking.minQuality();
  }

  private List<FaceTrack> alive(List<FaceTrack> tracks, long now) {
    long oldest = now - settings.patience().toMillis();
    return tracks.stream().filter(track -> track.seen() >= oldest).toList();
  }

  private static TrackedFrame tracked(SeenFrame frame, List<TrackedFace> faces) {
    return new TrackedFrame(frame.info(), frame.width(), frame.height(), faces, List.of());
  }
}
