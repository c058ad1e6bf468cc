package io.sightings.ingest.http.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sightings.contract.Frame;
import io.sightings.ingest.http.answer.ProblemDetails;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.publish.PublishException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of one request on their way to Kafka. For use by one thread. */
final class ImageBatch implements ImagePart.Taker {
  private static final Logger LOG = LoggerFactory.getLogger(ImageBatch.class);

  private final UploadedPicture picture;
  private final ProducerShare share;
  private final SourceMonitor monitor;
  private final boolean numbered;
  private final List<Sent> sent = new ArrayList<>();
  private final List<ProblemDetails> problems = new ArrayList<>();
  private final Scheduler scheduler;
  private final Duration patience;
  private Duration roomPatience;
  private @Nullable ProblemException firstProblem;
  private int parts;

  /** A picture that was sent, and whether it has arrived. */
  private record Sent(Taken taken, CompletableFuture<Void> arrived) {}

  /**
   * A picture Kafka has.
   *
   * @param part its number, from 1, in a body of several
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Taken(String id, @Nullable String subject, @Nullable Integer part) {}

  /**
   * @param numbered whether the parts are told apart by their numbers
   * @param patience how long there may be no room to send them, and then how long they may take
   */
  ImageBatch(
      UploadedPicture picture,
      ProducerShare share,
      SourceMonitor monitor,
      boolean numbered,
      Duration patience,
      Scheduler scheduler) {
    this.picture = picture;
    this.share = share;
    this.monitor = monitor;
    this.numbered = numbered;
    this.patience = patience;
    this.scheduler = scheduler;
    roomPatience = patience;
  }

  /** A bad picture is remembered and keeps no other from being taken. */
  @Override
  public void take(ImagePart part) throws ProblemException, InterruptedException {
    parts++;
    monitor.read();
    Frame frame;
    try {
      frame = picture.frame(part);
    } catch (ProblemException e) {
      firstProblem = firstProblem == null ? e : firstProblem;
      problems.add(numbered ? e.problem().ofPart(parts) : e.problem());
      monitor.rejected(e.getMessage());
      return;
    }
    monitor.goesBy(frame.info().clock());
    monitor.shows(
        "%s, %d x %d"
            .formatted(frame.info().contentType(), frame.info().width(), frame.info().height()));
    send(frame);
  }

  /** The request ends before its end. */
  void cutShort(ProblemException why) {
    if (why.kind() != ProblemKind.KAFKA_AWAY) {
      monitor.rejected(why.getMessage());
    }
  }

  private void send(Frame frame) throws ProblemException, InterruptedException {
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    int size = frame.image().length;
    monitor.sampled();
    long start = System.nanoTime();
    try (ThreadAlarm alarm = new ThreadAlarm(scheduler, roomPatience)) {
      send(frame, size, arrived, alarm);
    }
    roomPatience = roomPatience.minusNanos(System.nanoTime() - start);
    String subject = frame.info().subject();
    sent.add(new Sent(new Taken(frame.info().id(), subject, numbered ? parts : null), arrived));
  }

  private void send(Frame frame, int size, CompletableFuture<Void> arrived, ThreadAlarm alarm)
      throws ProblemException, InterruptedException {
    try {
      share.send(
          frame,
          (metadata, failure) -> {
            if (failure == null) {
              monitor.published(size);
              arrived.complete(null);
            } else {
              arrived.completeExceptionally(failure);
            }
          });
    } catch (PublishException | KafkaException e) {
      throw away(e);
    } catch (InterruptedException e) {
      if (alarm.rang()) {
        throw away(e);
      }
      throw e;
    }
  }

  /**
   * Waits until all that was sent has arrived.
   *
   * @throws ProblemException if not all has
   */
  void await() throws ProblemException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (Sent one : sent) {
      try {
        one.arrived().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException e) {
        throw away(e);
      }
    }
  }

  private ProblemException away(Exception e) {
    Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
    // KafkaLink logs this once; here it would come with every upload.
    LOG.debug("Uploaded pictures do not arrive in Kafka", cause);
    monitor.error("Kafka does not take uploaded pictures");
    return new ProblemException(
        ProblemKind.KAFKA_AWAY,
        "Send the request again: what arrives twice has the same id and counts once.",
        e);
  }

  /** What Kafka has. */
  List<Taken> taken() {
    return sent.stream().filter(one -> hasArrived(one.arrived())).map(Sent::taken).toList();
  }

  private static boolean hasArrived(CompletableFuture<Void> one) {
    return one.isDone() && !one.isCompletedExceptionally();
  }

  /** Whether there was no part at all. */
  boolean isEmpty() {
    return parts == 0;
  }

  List<ProblemDetails> problems() {
    return problems;
  }

  /** The first bad picture's problem. */
  @Nullable ProblemException firstProblem() {
    return firstProblem;
  }
}
