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
import java.util.Locale;
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
    underWay.incrementAndGet();
    consider(new PendingQuestion(question, result), tracks.of(question));
  }

  private void consider(PendingQuestion pending, TrackMemory track) {
    PendingQuestion left = isCrowded(pending.question()) ? pending : track.hold(pending);
    if (left == pending) {
      decide(pending, track);
    } else if (left != null) {
      notWorthIt(left);
    }
  }

  private void decide(PendingQuestion pending, TrackMemory track) {
    Question question = pending.question();
    TrackMemory.Turn turn = track.decide(question);
    if (turn != null) {
      ask(pending, turn, track);
    } else if (track.saysUnfit(question)) {
      answer(pending, Answer.without(question, Outcome.LOW_QUALITY, unfit(question)));
    } else {
      notWorthIt(pending);
    }
  }

  private void ask(PendingQuestion pending, TrackMemory.Turn turn, TrackMemory track) {
    Question question = pending.question();
    CompletableFuture<Answer> answer =
        isCrowded(question)
            ? CompletableFuture.completedFuture(crowded(question))
            : ask(turn.face(), options(question, turn))
                .thenApply(said -> Answers.of(question, said, azure.identify()))
                .exceptionally(failure -> failed(question, failure));
    answer.thenAccept(
        said -> {
          PendingQuestion next = track.answered(turn.face(), said.outcome());
          answer(pending, said);
          if (next != null) {
            consider(next, track);
          }
        });
  }

  private boolean isCrowded(Question question) {
    return isLive(question) && underWay.get() > settings.capacity() - RESERVE;
  }

  private static boolean isLive(Question question) {
    return question.source().kind() == SourceKind.LIVE;
  }

  /**
   * While the service is away, the first question about somebody who is there now fails at once, so
   * that the sighting is published and says why; the next one waits, because the visit may end
   * before the service is back.
   */
  private CallOptions options(Question question, TrackMemory.Turn turn) {
    if (!isLive(question)) {
      return service.patientOptions(turn.priority());
    }
    CallOptions options = service.options(turn.priority());
    return turn.again() ? options.waitingOut() : options;
  }

  private static Answer crowded(Question question) {
    String text = "As many questions as ask.capacity allows are waiting; asked again later.";
    return Answer.without(question, Outcome.THROTTLED, text);
  }

  private String unfit(Question question) {
    String text =
        "Not asked: the face is too small, blurred or turned away; its quality is %.2f, and %.2f is needed (ask.minQuality).";
    return String.format(Locale.ROOT, text, question.face().quality(), settings.minQuality());
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
    Answer late = Answer.without(question, Outcome.AWAY, "No answer came in time.");
    metrics.answered(late);
    complete(result, late);
  }

  private void notWorthIt(PendingQuestion pending) {
    underWay.decrementAndGet();
    metrics.notWorthIt();
    complete(pending.result(), Answer.none(pending.question()));
  }

  private void answer(PendingQuestion pending, Answer answer) {
    underWay.decrementAndGet();
    metrics.answered(answer);
    complete(pending.result(), answer);
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
