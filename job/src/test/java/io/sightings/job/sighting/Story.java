package io.sightings.job.sighting;

import io.sightings.contract.FaceBox;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.settings.SightingSettings;
import io.sightings.job.settings.SightingSettings.StrangerSettings;
import io.sightings.job.track.RepeatIdentifyPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What happens before one camera, told frame by frame in seconds, and what the rules of a visit
 * make of it. Tests say it in sentences: {@code story.at(3, face("ada", 1))}.
 */
final class Story {
  static final String MODEL = WhoIsKnown.MODEL;
  static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  static final int FRAME_WIDTH = 1280;
  static final int FRAME_HEIGHT = 720;

  /**
   * A story's second in milliseconds of its camera: at five frames a second one frame proves
   * little. {@link #slowly} tells stories of slow cameras.
   */
  static final int SECOND_MILLIS = 200;

  /** Said here and not taken from the defaults, which may be tuned. */
  static final SightingSettings SETTINGS = settings(SECOND_MILLIS);

  final Faces faces = new Faces();
  final Told told = new Told();

  private final WhoIsKnown known = new WhoIsKnown(faces);

  private SourceInfo source;
  private VisitRules rules = new VisitRules(SETTINGS, told);
  private UnaryOperator<SourceVisits> betweenFrames = UnaryOperator.identity();
  private String epoch = "run1";
  private long sequence;
  private SourceVisits state;

  private int secondMillis = SECOND_MILLIS;

  private static SightingSettings settings(int second) {
    return new SightingSettings(
        Duration.ofMillis(30L * second),
        Duration.ofMinutes(10),
        Duration.ofMillis(10L * second),
        2,
        0.25,
        3,
        new StrangerSettings(Duration.ofMillis(1800L * second), 100),
        true);
  }

  /** The camera takes as many pictures as there are seconds. */
  Story slowly() {
    secondMillis = 1000;
    rules = new VisitRules(settings(secondMillis), told);
    return this;
  }

  private Story(String source, SourceKind kind, String... known) {
    this.source = SourceInfo.of(source, kind);
    for (String person : known) {
      this.known.enrol(person);
    }
  }

  /** A recording, with the people who are enrolled. */
  static Story knowing(String... people) {
    return at("door", people);
  }

  /** A recording of this source, with the people who are enrolled. */
  static Story at(String source, String... people) {
    return new Story(source, SourceKind.VIDEO, people);
  }

  /** Single photos, with the people who are enrolled. */
  static Story ofPhotosKnowing(String... people) {
    return new Story("uploads", SourceKind.IMAGE, people);
  }

  /** A service says who people are; here faces are only compared with one another. */
  Story askingAService() {
    known.toAService();
    rules = new VisitRules(SETTINGS.trustingOneAnswer(), told);
    return this;
  }

  void enrol(String person) {
    known.enrol(person);
  }

  void rename(String person, String name) {
    known.rename(person, name);
  }

  void forgetPeople() {
    known.forgetPeople();
  }

  /** From now on it is photos, or frames of another kind, that come from this source. */
  void comesAs(SourceKind kind) {
    source = SourceInfo.of(source.id(), kind);
  }

  /** What happens to the state between two frames. */
  Story withStateBetweenFrames(UnaryOperator<SourceVisits> change) {
    betweenFrames = change;
    return this;
  }

  void at(double second, FaceShown... shown) {
    play(frame(second, shown));
  }

  /** The same faces twice a second, from the one second to the other. */
  void during(double from, double to, FaceShown... shown) {
    for (double second = from; second <= to; second += 0.5) {
      at(second, shown);
    }
  }

  /** The service answers. */
  void answered(IdentifyResult answer) {
    state = betweenFrames.apply(rules.answer(state, answer));
  }

  SourceInfo source() {
    return source;
  }

  /** Somebody who is not there is asked about again. */
  void askingAgain(double second, int track, String question) {
    RepeatIdentifyPolicy again = new RepeatIdentifyPolicy(question, track(track));
    play(new IdentifiedFrame(info(FrameType.HEARTBEAT, second), 0, 0, List.of(), List.of(again)));
  }

  void heartbeat(double second) {
    play(beat(second));
  }

  /** The camera was blind until now. */
  void gap(double second) {
    play(new IdentifiedFrame(info(FrameType.GAP, second), 0, 0, List.of(), List.of()));
  }

  void ended(double second) {
    play(endFrame(second));
  }

  void silence() {
    state = rules.silence(state);
  }

  /** The source starts anew, perhaps at another time. */
  void newRun(String other) {
    epoch = other;
    sequence = 0;
  }

  void play(IdentifiedFrame frame) {
    state = betweenFrames.apply(rules.step(state, frame));
  }

  IdentifiedFrame frame(double second, FaceShown... shown) {
    FrameInfo info = info(FrameType.IMAGE, second);
    List<IdentifiedFace> identified = Arrays.stream(shown).map(this::identified).toList();
    return new IdentifiedFrame(info, FRAME_WIDTH, FRAME_HEIGHT, identified, List.of());
  }

  IdentifiedFrame beat(double second) {
    return new IdentifiedFrame(info(FrameType.HEARTBEAT, second), 0, 0, List.of(), List.of());
  }

  IdentifiedFrame endFrame(double second) {
    return new IdentifiedFrame(info(FrameType.ENDED, second), 0, 0, List.of(), List.of());
  }

  /** What is remembered now. */
  SourceVisits state() {
    return state;
  }

  /** All that was published, in order. */
  List<Sighting> revisions() {
    return told.revisions;
  }

  /** The last word on every sighting, in the order of their first. */
  List<Sighting> sightings() {
    Map<String, Sighting> last = new LinkedHashMap<>();
    told.revisions.forEach(revision -> last.put(revision.id(), revision));
    return List.copyOf(last.values());
  }

  /** The last word on every sighting, as "ada 0-5 closed"; strangers are "stranger A", "B", ... */
  List<String> summary() {
    return Summary.of(sightings());
  }

  List<Sighting> open() {
    return sightings().stream().filter(s -> s.status() == SightingStatus.OPEN).toList();
  }

  static double secondsOf(Instant time) {
    return Duration.between(START, time).toMillis() / (double) SECOND_MILLIS;
  }

  private FrameInfo info(FrameType type, double second) {
    boolean image = type == FrameType.IMAGE;
    return new FrameInfo(
        type,
        source,
        epoch,
        sequence++,
        START.plusMillis(Math.round(second * secondMillis)),
        image ? "image/jpeg" : null,
        image ? FRAME_WIDTH : 0,
        image ? FRAME_HEIGHT : 0,
        null,
        null,
        type == FrameType.GAP ? START : null);
  }

  private IdentifiedFace identified(FaceShown shown) {
    FaceBox box = new FaceBox(100 * shown.track(), 100, 80, 80);
    return new IdentifiedFace(
        track(shown.track()),
        box,
        (float) shown.quality(),
        shown.near().stream().map(this::track).toList(),
        null,
        shown.judged() ? known.identification(shown) : null,
        shown.question());
  }

  private String track(int number) {
    return source.id() + "/" + epoch + "/track" + number;
  }
}
