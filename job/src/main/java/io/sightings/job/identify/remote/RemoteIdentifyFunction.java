package io.sightings.job.identify.remote;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.SourceKind;
import io.sightings.job.identify.remote.RemoteIdentifier.RequestPatience;
import io.sightings.job.settings.RemoteIdentifySettings;
import io.sightings.job.track.IdentifyRequest;
import io.sightings.job.work.FailureLog;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.slf4j.LoggerFactory;

/**
 * Asks the service whose the faces are, beside the stream: frames do not wait for answers. A live
 * source's question never waits for room either, because that would hold up all the others; a
 * recording's does.
 */
public final class RemoteIdentifyFunction
    extends RichAsyncFunction<IdentifyRequest, IdentifyResult> {
  private static final long serialVersionUID = 1L;

  /** Room that questions of live sources leave, so that the operator never blocks for them. */
  private static final int RESERVE = 4;

  private final RemoteIdentifier.Factory services;
  private final RemoteIdentifySettings settings;

  private transient RemoteIdentifier service;
  private transient TrackHistories tracks;
  private transient RemoteIdentifyMetrics metrics;
  private transient FailureLog failures;
  private transient AtomicInteger underWay;
  private transient volatile boolean closed;

  public RemoteIdentifyFunction(
      RemoteIdentifier.Factory services, RemoteIdentifySettings settings) {
    this.services = services;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    service = services.open();
    service.register(getRuntimeContext().getMetricGroup());
    metrics = new RemoteIdentifyMetrics(getRuntimeContext().getMetricGroup());
    failures = new FailureLog(LoggerFactory.getLogger(RemoteIdentifyFunction.class));
    tracks = new TrackHistories(settings);
    underWay = new AtomicInteger();
  }

  @Override
  public void asyncInvoke(IdentifyRequest question, ResultFuture<IdentifyResult> result) {
    underWay.incrementAndGet();
    consider(new PendingIdentify(question, result), tracks.of(question));
  }

  private void consider(PendingIdentify pending, TrackHistory track) {
    PendingIdentify left = isCrowded(pending.question()) ? pending : track.hold(pending);
    if (left == pending) {
      decide(pending, track);
    } else if (left != null) {
      notWorthIt(left);
    }
  }

  private void decide(PendingIdentify pending, TrackHistory track) {
    IdentifyRequest question = pending.question();
    TrackHistory.Turn turn = track.decide(question);
    if (turn != null) {
      ask(pending, turn, track);
    } else if (track.saysUnfit(question)) {
      answer(
          pending, IdentifyResult.without(question, InquiryOutcome.LOW_QUALITY, unfit(question)));
    } else {
      notWorthIt(pending);
    }
  }

  private void ask(PendingIdentify pending, TrackHistory.Turn turn, TrackHistory track) {
    IdentifyRequest question = pending.question();
    CompletableFuture<IdentifyResult> answer =
        isCrowded(question)
            ? CompletableFuture.completedFuture(crowded(question))
            : service
                .identify(question, turn.face(), turn.recheck(), patience(question, turn))
                .exceptionally(failure -> failed(question, failure));
    answer.thenAccept(
        said -> {
          PendingIdentify next = track.answered(turn.face(), said.outcome());
          answer(pending, said);
          if (next != null) {
            consider(next, track);
          }
        });
  }

  private boolean isCrowded(IdentifyRequest question) {
    return isLive(question) && underWay.get() > settings.capacity() - RESERVE;
  }

  private static boolean isLive(IdentifyRequest question) {
    return question.source().kind() == SourceKind.LIVE;
  }

  /**
   * While the service is away, the first request about a person who is there now fails at once, so
   * that the sighting is published and says why; the next one waits, because the visit may end
   * before the service is back.
   */
  private static RequestPatience patience(IdentifyRequest question, TrackHistory.Turn turn) {
    if (!isLive(question)) {
      return RequestPatience.RECORDED;
    }
    return turn.again() ? RequestPatience.WAIT_WHILE_AWAY : RequestPatience.FAIL_FAST;
  }

  private static IdentifyResult crowded(IdentifyRequest question) {
    String text = "As many questions as ask.capacity allows are waiting; asked again later.";
    return IdentifyResult.without(question, InquiryOutcome.THROTTLED, text);
  }

  private String unfit(IdentifyRequest question) {
    String text =
        "Not asked: the face is too small, blurred or turned away; its quality is %.2f, and %.2f is needed (ask.minQuality).";
    return String.format(Locale.ROOT, text, question.face().quality(), settings.minQuality());
  }

  /** An unexpected failure must not block the stream. It counts as an answer FAILED. */
  private IdentifyResult failed(IdentifyRequest question, Throwable failure) {
    failures.unexpected("The answer to " + question.id() + " cannot be understood", failure);
    return IdentifyResult.without(
        question, InquiryOutcome.FAILED, "The answer cannot be understood: " + failure);
  }

  /** The service answers in time; this is for a process that was held up. */
  @Override
  public void timeout(IdentifyRequest question, ResultFuture<IdentifyResult> result) {
    IdentifyResult late =
        IdentifyResult.without(question, InquiryOutcome.AWAY, "No answer came in time.");
    metrics.answered(late);
    complete(result, late);
  }

  private void notWorthIt(PendingIdentify pending) {
    underWay.decrementAndGet();
    metrics.notWorthIt();
    complete(pending.result(), IdentifyResult.none(pending.question()));
  }

  private void answer(PendingIdentify pending, IdentifyResult answer) {
    underWay.decrementAndGet();
    metrics.answered(answer);
    complete(pending.result(), answer);
  }

  private void complete(ResultFuture<IdentifyResult> result, IdentifyResult answer) {
    // A closed task accepts no result; after a restart the request is sent again.
    if (!closed) {
      result.complete(Collections.singleton(answer));
    }
  }

  @Override
  public void close() {
    closed = true;
    if (service != null) {
      service.close();
    }
  }
}
