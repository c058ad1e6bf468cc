package io.sightings.job.scene;

import io.sightings.contract.Alert;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.Sighting;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.gallery.GalleryCandidate;
import io.sightings.engine.gallery.GalleryMatch;
import io.sightings.job.Metered;
import io.sightings.job.PairHarness;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.detect.SeenFrame;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.LocalIdentification;
import io.sightings.job.identify.LocalIdentification.Likeness;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.sighting.SightingFunction;
import io.sightings.job.track.IdentifyRequest;
import io.sightings.job.track.TrackFunction;
import io.sightings.job.track.TrackedFace;
import io.sightings.job.track.TrackedFrame;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** Plays observed frames to the track and sighting stages of the job. */
final class ScenePlay implements AutoCloseable {
  private static final OutputTag<IdentifyRequest> QUESTIONS = new OutputTag<>("questions") {};
  private static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts") {};
  private static final SourceInfo SOURCE = SourceInfo.of("camera", SourceKind.LIVE);

  private final FaceEmbedder embedder;
  private final Gallery gallery;
  private final Instant start;
  private final KeyedOneInputStreamOperatorTestHarness<String, SeenFrame, TrackedFrame> track;
  private final PairHarness<IdentifiedFrame, IdentifyResult, Sighting> sighting;
  private long sequence;

  ScenePlay(JobSettings settings, FaceEmbedder embedder, Gallery gallery, Instant start)
      throws Exception {
    this.embedder = embedder;
    this.gallery = gallery;
    this.start = start;
    track =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new TrackFunction(
                    settings.track(),
                    null,
                    settings.sighting().gap(),
                    QUESTIONS,
                    AttemptJournal.none())),
            frame -> frame.info().source().id(),
            Types.STRING,
            new Metered().environment());
    sighting =
        new PairHarness<>(
            new KeyedCoProcessOperator<>(
                new SightingFunction(
                    settings.sighting(), List.of(), ALERTS, AttemptJournal.none())),
            frame -> frame.info().source().id(),
            result -> result.source().id(),
            new Metered().environment());
    track.open();
    sighting.open();
  }

  void frame(long millis, List<ObservedFace> faces) throws Exception {
    List<SeenFace> seen = new ArrayList<>();
    for (int i = 0; i < faces.size(); i++) {
      ObservedFace face = faces.get(i);
      byte[] crop = face.judgeable() ? ByteBuffer.allocate(4).putInt(0, i).array() : null;
      seen.add(new SeenFace(face.box(), face.quality(), face.judgeable(), crop, null, null));
    }
    play(FrameType.IMAGE, millis, seen, faces);
  }

  List<Sighting> end(long millis) throws Exception {
    play(FrameType.ENDED, millis, List.of(), List.of());
    return List.copyOf(sightings());
  }

  List<Sighting> sightings() {
    List<Sighting> all = new ArrayList<>();
    for (Object each : sighting.getOutput()) {
      if (each instanceof StreamRecord<?> record) {
        all.add((Sighting) record.getValue());
      }
    }
    return all;
  }

  private void play(FrameType type, long millis, List<SeenFace> seen, List<ObservedFace> faces)
      throws Exception {
    FrameInfo info =
        new FrameInfo(
            type,
            SOURCE,
            "run1",
            sequence++,
            start.plusMillis(millis),
            null,
            0,
            0,
            null,
            null,
            null);
    track.processElement(new SeenFrame(info, 1280, 720, seen), 0);
    for (TrackedFrame frame : track.extractOutputValues()) {
      sighting.processFirst(identified(frame, faces));
    }
    track.getOutput().clear();
  }

  private IdentifiedFrame identified(TrackedFrame frame, List<ObservedFace> observed) {
    List<IdentifiedFace> faces = new ArrayList<>();
    for (TrackedFace face : frame.faces()) {
      LocalIdentification answer = null;
      if (face.identify()) {
        int index = ByteBuffer.wrap(face.face().crop()).getInt();
        answer = identification(observed.get(index).embedding());
      }
      faces.add(
          new IdentifiedFace(
              face.track(),
              face.face().box(),
              face.face().quality(),
              face.near(),
              face.follows(),
              answer,
              null));
    }
    return new IdentifiedFrame(frame.info(), frame.width(), frame.height(), faces, List.of());
  }

  private LocalIdentification identification(float[] embedding) {
    GalleryMatch match = gallery.search(embedding);
    return new LocalIdentification(
        embedder.model(),
        embedding,
        embedder.threshold(),
        match.names(embedder.threshold(), embedder.margin()),
        likeness(match.best()),
        likeness(match.runnerUp()),
        match.galleryVersion(),
        null);
  }

  private static Likeness likeness(GalleryCandidate candidate) {
    return candidate == null
        ? null
        : new Likeness(candidate.personId(), candidate.name(), candidate.similarity());
  }

  @Override
  public void close() throws Exception {
    track.close();
    sighting.close();
  }
}
