package io.sightings.job.track;

import io.sightings.contract.FaceBox;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.engine.FaceShot;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.settings.RemoteIdentifySettings;
import io.sightings.job.settings.TrackSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Shows faces to a tracker, frame by frame in seconds, and says which tracks they are on. */
final class Camera {
  static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  static final int FACE = 80;

  /** Said here and not taken from the defaults, which may be tuned. */
  static final TrackSettings SETTINGS =
      new TrackSettings(Duration.ofSeconds(2), 1.0, 3, 1.2, Duration.ofSeconds(5));

  static final RemoteIdentifySettings ASKING =
      new RemoteIdentifySettings(2, 0.3, 1.5, Duration.ofSeconds(5), Duration.ofSeconds(60), 4, 64);

  /** Unseen for longer than this, a visit is over. */
  static final Duration GAP = Duration.ofSeconds(30);

  private static final FaceShot PICTURE =
      new FaceShot(new byte[] {1}, new FaceBox(0, 0, FACE, FACE));

  private final FaceTracker tracker;
  private final SourceInfo source;
  private String epoch = "run1";
  private long sequence;
  private SourceTracks state;

  Camera(SourceKind kind) {
    this(kind, null);
  }

  /**
   * @param asking which faces a service may be asked about; null where none is asked
   */
  Camera(SourceKind kind, RemoteIdentifySettings asking) {
    tracker = new FaceTracker(SETTINGS, asking, GAP);
    source = SourceInfo.of("door", kind);
  }

  static SeenFace face(double x) {
    return face(x, 0.5);
  }

  static SeenFace face(double x, double quality) {
    return new SeenFace(
        new FaceBox((float) x, 200, FACE, FACE), (float) quality, true, crop(), PICTURE, null);
  }

  /** A face whose picture has so many bytes. */
  static SeenFace pictured(double x, int bytes) {
    FaceShot picture = new FaceShot(new byte[bytes], PICTURE.face());
    return new SeenFace(new FaceBox((float) x, 200, FACE, FACE), 0.5f, true, crop(), picture, null);
  }

  static SeenFace blurred(double x) {
    return new SeenFace(new FaceBox((float) x, 200, FACE, FACE), 0.1f, false, null, null, null);
  }

  List<TrackedFace> at(double second, SeenFace... faces) {
    return step(FrameType.IMAGE, second, faces).frame().faces();
  }

  /** The tracks of those who are asked about again although they are gone. */
  List<String> againAt(double second, SeenFace... faces) {
    return step(FrameType.IMAGE, second, faces).again().stream().map(ClosedTrack::id).toList();
  }

  FaceTracker.Step step(FrameType type, double second, SeenFace... faces) {
    FaceTracker.Step step = tracker.step(state, frame(type, second, List.of(faces)));
    state = step.state();
    return step;
  }

  List<String> tracksAt(double second, SeenFace... faces) {
    return at(second, faces).stream().map(TrackedFace::track).toList();
  }

  /** Which of the faces, in their order, are worth identifying. */
  List<Boolean> worthAt(double second, SeenFace... faces) {
    return at(second, faces).stream().map(TrackedFace::identify).toList();
  }

  /** Which of the faces, in their order, a service may be asked about. */
  List<Boolean> askedAt(double second, SeenFace... faces) {
    return at(second, faces).stream().map(face -> face.question() != null).toList();
  }

  void ended(double second) {
    step(FrameType.ENDED, second);
  }

  void blindUntil(double second) {
    step(FrameType.GAP, second);
  }

  void newRun(String other) {
    epoch = other;
    sequence = 0;
  }

  /** How many tracks are kept; 0 for no state at all. */
  int tracksKept() {
    return state == null ? 0 : state.tracks().size();
  }

  /** How many are kept who are gone, to be asked about again. */
  int goneKept() {
    return state == null ? 0 : state.gone().size();
  }

  private SeenFrame frame(FrameType type, double second, List<SeenFace> faces) {
    Instant time = START.plusMillis(Math.round(second * 1000));
    return new SeenFrame(
        new FrameInfo(type, source, epoch, sequence++, time, null, 0, 0, null, null, null),
        1280,
        720,
        faces);
  }

  private static byte[] crop() {
    byte[] crop = new byte[8];
    Arrays.fill(crop, (byte) 7);
    return crop;
  }
}
