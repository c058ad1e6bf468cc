package io.sightings.job.track;

import io.sightings.job.detect.SeenFrame;
import io.sightings.job.metrics.StageTimer;
import io.sightings.job.settings.TrackSettings;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps each source's tracks. An end clears them, so a source that is over leaves nothing behind.
 */
public final class TrackFunction extends KeyedProcessFunction<String, SeenFrame, TrackedFrame> {
  private static final long serialVersionUID = 1L;

  private final TrackSettings settings;

  private transient Tracker tracker;
  private transient ValueState<SourceTracks> tracks;
  private transient Counter worthIdentifying;
  private transient Counter known;
  private transient StageTimer timer;

  public TrackFunction(TrackSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    tracker = new Tracker(settings);
    tracks = getRuntimeContext().getState(new ValueStateDescriptor<>("tracks", SourceTracks.class));
    worthIdentifying = getRuntimeContext().getMetricGroup().counter("facesWorthIdentifying");
    known = getRuntimeContext().getMetricGroup().counter("facesFollowedOnly");
    timer = new StageTimer(getRuntimeContext().getMetricGroup(), "track");
  }

  @Override
  public void processElement(SeenFrame frame, Context context, Collector<TrackedFrame> out)
      throws Exception {
    long start = System.nanoTime();
    Tracker.Step step = tracker.step(tracks.value(), frame);
    tracks.update(step.state());
    timer.took(System.nanoTime() - start);
    for (TrackedFace face : step.frame().faces()) {
      (face.identify() ? worthIdentifying : known).inc();
    }
    out.collect(step.frame());
  }
}
