package io.sightings.job.track;

import io.sightings.job.detect.SeenFrame;
import io.sightings.job.metrics.StageTimer;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.quarantine.FrameWitness;
import io.sightings.job.quarantine.StageAttempts;
import io.sightings.job.settings.RemoteIdentifySettings;
import io.sightings.job.settings.TrackSettings;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each source's tracks. An end clears them, so a source that is over leaves nothing behind.
 */
public final class TrackFunction extends KeyedProcessFunction<String, SeenFrame, TrackedFrame> {
  private static final long serialVersionUID = 1L;

  private final TrackSettings settings;
  private final @Nullable RemoteIdentifySettings asking;
  private final Duration gap;
  private final OutputTag<IdentifyRequest> questions;
  private final AttemptJournal journal;

  private transient FaceTracker tracker;
  private transient StageAttempts attempts;
  private transient FrameWitness witness;
  private transient ValueState<SourceTracks> tracks;
  private transient Counter worthIdentifying;
  private transient Counter known;
  private transient Counter again;
  private transient Counter givenUp;
  private transient StageTimer timer;

  /**
   * @param asking which faces a service may be asked about; null where none is asked
   * @param gap unseen for longer than this, a visit is over
   * @param questions where those go
   * @param journal where a frame that fails the job is written down
   */
  public TrackFunction(
      TrackSettings settings,
      @Nullable RemoteIdentifySettings asking,
      Duration gap,
      OutputTag<IdentifyRequest> questions,
      AttemptJournal journal) {
    this.settings = settings;
    this.asking = asking;
    this.gap = gap;
    this.questions = questions;
    this.journal = journal;
  }

  @Override
  public void open(OpenContext context) {
    tracker = new FaceTracker(settings, asking, gap);
    attempts = journal.open(Stage.TRACK, getRuntimeContext());
    witness = new FrameWitness(attempts);
    tracks = getRuntimeContext().getState(new ValueStateDescriptor<>("tracks", SourceTracks.class));
    worthIdentifying = getRuntimeContext().getMetricGroup().counter("facesWorthIdentifying");
    known = getRuntimeContext().getMetricGroup().counter("facesFollowedOnly");
    again = getRuntimeContext().getMetricGroup().counter("goneAskedAboutAgain");
    givenUp = getRuntimeContext().getMetricGroup().counter("goneGivenUp");
    timer = new StageTimer(getRuntimeContext().getMetricGroup(), "track");
  }

  @Override
  public void processElement(SeenFrame frame, Context context, Collector<TrackedFrame> out)
      throws Exception {
    witness.watch(frame.info().id(), () -> step(frame, context, out));
  }

  private void step(SeenFrame frame, Context context, Collector<TrackedFrame> out)
      throws Exception {
    long start = System.nanoTime();
    FaceTracker.Step step = tracker.step(tracks.value(), frame);
    tracks.update(step.state());
    timer.took(System.nanoTime() - start);
    TrackedFrame tracked = step.frame();
    for (TrackedFace face : tracked.faces()) {
      (face.identify() ? worthIdentifying : known).inc();
      if (face.question() != null) {
        context.output(questions, question(tracked, face));
      }
    }
    for (ClosedTrack track : step.again()) {
      again.inc();
      context.output(questions, question(tracked, track));
    }
    givenUp.inc(step.givenUp());
    // The picture goes with the question; it would only be carried along here.
    out.collect(asking == null ? tracked : tracked.withoutPictures());
  }

  @Override
  public void close() {
    if (attempts != null) {
      attempts.close();
    }
  }

  private static IdentifyRequest question(TrackedFrame frame, TrackedFace face) {
    return new IdentifyRequest(
        face.question(),
        frame.info().source(),
        face.track(),
        frame.info().capturedAt().toEpochMilli(),
        face.face().withoutCrop(),
        false);
  }

  private static IdentifyRequest question(TrackedFrame frame, ClosedTrack track) {
    return new IdentifyRequest(
        track.question(),
        frame.info().source(),
        track.id(),
        frame.info().capturedAt().toEpochMilli(),
        track.shot(),
        true);
  }
}
