package io.sightings.job.sighting;

import io.sightings.contract.Alert;
import io.sightings.contract.Sighting;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.quarantine.FrameWitness;
import io.sightings.job.quarantine.StageAttempts;
import io.sightings.job.settings.SightingSettings;
import io.sightings.job.settings.WatchRule;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps each source's visits. The rules know only the source's own clock; the clock on the wall is
 * asked here, and only whether a source has fallen silent.
 */
public final class SightingFunction
    extends KeyedCoProcessFunction<String, IdentifiedFrame, IdentifyResult, Sighting> {
  private static final long serialVersionUID = 1L;
  private static final long NOT_YET = Long.MIN_VALUE;

  private final SightingSettings settings;
  private final List<WatchRule> watchRules;
  private final OutputTag<Alert> alerts;
  private final AttemptJournal journal;

  private transient ValueState<SourceVisits> visits;
  private transient ValueState<Long> lastHeard;
  private transient ValueState<Long> timer;
  private transient long listeningSince;
  private transient AlertWatchlist watchlist;
  private transient SightingMetrics metrics;
  private transient StageAttempts attempts;
  private transient FrameWitness witness;

  /**
   * @param journal where a frame that fails the job is written down
   */
  public SightingFunction(
      SightingSettings settings,
      List<WatchRule> watchRules,
      OutputTag<Alert> alerts,
      AttemptJournal journal) {
    this.settings = settings;
    this.watchRules = watchRules;
    this.alerts = alerts;
    this.journal = journal;
  }

  @Override
  public void open(OpenContext context) {
    visits = getRuntimeContext().getState(new ValueStateDescriptor<>("visits", SourceVisits.class));
    lastHeard = getRuntimeContext().getState(new ValueStateDescriptor<>("lastHeard", Long.class));
    timer = getRuntimeContext().getState(new ValueStateDescriptor<>("timer", Long.class));
    listeningSince = NOT_YET;
    watchlist = new AlertWatchlist(watchRules);
    metrics = new SightingMetrics(getRuntimeContext().getMetricGroup());
    attempts = journal.open(Stage.SIGHTING, getRuntimeContext());
    witness = new FrameWitness(attempts);
  }

  @Override
  public void processElement1(IdentifiedFrame frame, Context context, Collector<Sighting> out)
      throws Exception {
    listen(context);
    long start = System.nanoTime();
    witness.watch(
        frame.info().id(),
        () ->
            update(
                new VisitRules(settings, events(context, out)).step(visits.value(), frame),
                context));
    metrics.took(System.nanoTime() - start);
    lastHeard.update(context.timerService().currentProcessingTime());
  }

  @Override
  public void processElement2(IdentifyResult answer, Context context, Collector<Sighting> out)
      throws Exception {
    listen(context);
    update(new VisitRules(settings, events(context, out)).answer(visits.value(), answer), context);
    if (lastHeard.value() == null) {
      lastHeard.update(context.timerService().currentProcessingTime());
    }
  }

  /** Frames sent while the job was down are still to be read: no source counts as silent then. */
  private void listen(Context context) {
    if (listeningSince == NOT_YET) {
      listeningSince = context.timerService().currentProcessingTime();
    }
  }

  private void update(SourceVisits after, Context context) throws Exception {
    visits.update(after);
    // One timer at a time: it looks at the time last heard when it fires.
    if (!after.visits().isEmpty() && timer.value() == null) {
      long now = context.timerService().currentProcessingTime();
      setTimer(context, now + settings.silence().toMillis());
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Sighting> out)
      throws Exception {
    listen(context);
    timer.clear();
    SourceVisits state = visits.value();
    if (state == null || state.visits().isEmpty()) {
      return;
    }
    long silentFrom = Math.max(lastHeard.value(), listeningSince) + settings.silence().toMillis();
    if (silentFrom > timestamp) {
      setTimer(context, silentFrom);
      return;
    }
    metrics.silence();
    visits.update(new VisitRules(settings, events(context, out)).silence(state));
  }

  @Override
  public void close() {
    if (attempts != null) {
      attempts.close();
    }
  }

  private void setTimer(Context context, long time) throws Exception {
    context.timerService().registerProcessingTimeTimer(time);
    timer.update(time);
  }

  private RuleEvents events(Context context, Collector<Sighting> out) {
    return new RuleEvents() {
      @Override
      public void published(Sighting sighting, boolean newPerson) {
        metrics.published(sighting);
        out.collect(sighting);
        if (newPerson) {
          for (Alert alert : watchlist.alertsFor(sighting)) {
            metrics.alert();
            context.output(alerts, alert);
          }
        }
      }

      @Override
      public void tooBrief() {
        metrics.tooBrief();
      }

      @Override
      public void unjudged() {
        metrics.unjudged();
      }
    };
  }
}
