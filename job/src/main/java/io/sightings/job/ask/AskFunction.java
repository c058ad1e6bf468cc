package io.sightings.job.ask;

import io.sightings.contract.SourceKind;
import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.identify.AzureAnswer;
import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.settings.AskSettings;
import io.sightings.job.track.Question;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the service whose the faces are, beside the stream: frames do not wait for answers. A live
 * source's question never waits for room either, because that would hold up all the others; a
 * recording's does.
 */
public final class AskFunction extends RichAsyncFunction<Question, Answer> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AskFunction.class);

  /** Room that questions of live sources leave, so that the operator never blocks for them. */
  private static final int RESERVE = 4;

  private final AzureSettings azure;
  private final AskSettings settings;

  private transient AzureIdentifier service;
  private transient TrackMemories tracks;
  private transient AskMetrics metrics;
  private transient AtomicInteger underWay;
  private transient volatile boolean closed;

  public AskFunction(AzureSettings azure, AskSettings settings) {
    this.azure = azure;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    service = AzureIdentifier.open(azure);
    StartCheck.begin(service);
    metrics = new AskMetrics(getRuntimeContext().getMetricGroup(), service::counts);
    tracks = new TrackMemories(settings);
    underWay = new AtomicInteger();
  }

  @Override
  public void asyncInvoke(Question question, ResultFuture<Answer> result) {
    TrackMemory track = tracks.of(question);
    TrackMemory.Turn turn = track.decide(question);
    if (turn == null) {
      metrics.notWorthIt();
      complete(result, Answer.none(question));
      return;
    }
    boolean live = question.source().kind() == SourceKind.LIVE;
    if (live && underWay.get() >= settings.capacity() - RESERVE) {
      String text = "As many questions as ask.capacity allows are waiting; asked again later.";
      track.answered(turn.face(), Outcome.THROTTLED);
      answer(result, Answer.without(question, Outcome.THROTTLED, text));
      return;
    }
    underWay.incrementAndGet();
    CallOptions options =
        live ? service.options(turn.priority()) : service.patientOptions(turn.priority());
    ask(turn.face(), options)
        .thenApply(answer -> Answers.of(question, answer, azure.identify()))
        .exceptionally(failure -> failed(question, failure))
        .thenAccept(
            answer -> {
              underWay.decrementAndGet();
              track.answered(turn.face(), answer.outcome());
              answer(result, answer);
            });
  }

  /** An answer that nobody foresaw must not keep the stream waiting. */
  private static Answer failed(Question question, Throwable failure) {
    LOG.error("The answer to {} cannot be understood", question.id(), failure);
    return Answer.without(question, Outcome.FAILED, "The answer cannot be understood: " + failure);
  }

  private CompletableFuture<AzureAnswer> ask(SeenFace face, CallOptions options) {
    return face.picture() != null
        ? service.identify(Answers.shot(face.picture()), options)
        : service.identify(Answers.found(face), options);
  }

  /** The service answers in time; this is for a process that was held up. */
  @Override
  public void timeout(Question question, ResultFuture<Answer> result) {
    answer(result, Answer.without(question, Outcome.AWAY, "No answer came in time."));
  }

  private void answer(ResultFuture<Answer> result, Answer answer) {
    metrics.answered(answer);
    complete(result, answer);
  }

  private void complete(ResultFuture<Answer> result, Answer answer) {
    // Whoever closes the task takes no more answers; a restart asks again.
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
