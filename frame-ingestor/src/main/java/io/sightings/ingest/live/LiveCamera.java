package io.sightings.ingest.live;

import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.stream.PictureStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Follows one stream on a thread of its own, and opens it again and again when it ends. Nothing
 * here is shared with another camera but the {@link LiveBuffer}, which does not wait.
 */
final class LiveCamera implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCamera.class);

  /** Cancelling a stream takes some tenths of a second. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private static final Duration DRAIN = Duration.ofSeconds(10);

  /** How often a stream that has to wait for others asks again. */
  private static final Duration TURN = Duration.ofMillis(500);

  private final String id;
  private final PictureStream.Opener opener;
  private final Supplier<ReadAdmission> admissions;
  private final StreamPublisher publisher;
  private final CameraState state;
  private final RetryBackoff backoff;
  private final Duration proven;
  private final MonotonicTime time;
  private final Thread thread;
  private volatile @Nullable CameraConnection connection;
  private volatile boolean stopping;
  private boolean retry;

  /**
   * @param admissions asks the journal whether the stream may be read now
   * @param proven how long a stream has to hold before the next failure counts as the first, so
   *     that a camera that takes connections and drops them is not asked all the time
   */
  LiveCamera(
      SourceMonitor monitor,
      PictureStream.Opener opener,
      Supplier<ReadAdmission> admissions,
      StreamPublisher publisher,
      RetryBackoff backoff,
      Duration proven,
      MonotonicTime time) {
    id = monitor.id();
    this.opener = opener;
    this.admissions = admissions;
    this.publisher = publisher;
    state = new CameraState(monitor);
    this.backoff = backoff;
    this.proven = proven;
    this.time = time;
    thread = new Thread(this::run, "camera-" + id);
    thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  private void run() {
    MDC.put("source", id);
    try {
      for (CameraConnection next = connect(); next != null; next = connect()) {
        attempt(next);
      }
    } catch (InterruptedException e) {
      LOG.debug("Interrupted", e);
    } finally {
      state.ends();
    }
  }

  /** The next connection. */
  private synchronized @Nullable CameraConnection connect() {
    connection = stopping ? null : new CameraConnection(publisher, state, time);
    retry = false;
    return connection;
  }

  private void attempt(CameraConnection attempted) throws InterruptedException {
    state.connecting();
    try {
      attempted.follow(opener, admissions.get());
    } catch (StreamException e) {
      failed(attempted, e);
    } catch (RuntimeException | OutOfMemoryError e) {
      // Another attempt may do better, and this one must not end the camera's thread.
      state.unexpected(e);
      waits(attempted, "an unexpected error: " + e.getClass().getSimpleName());
    }
  }

  private void failed(CameraConnection attempted, StreamException why) throws InterruptedException {
    if (why.lasting() && !stopping) {
      state.fails(why.getMessage());
      awaitRetry(Long.MAX_VALUE);
    } else if (why.problem() == Problem.DEFERRED) {
      state.waits(why.getMessage(), TURN);
      awaitRetry(TURN.toNanos());
    } else if (why.problem() == Problem.QUARANTINED) {
      state.isLeftOut(why.getMessage());
      awaitRetry(backoff.next().toNanos());
    } else {
      waits(attempted, why.getMessage());
    }
  }

  private void waits(CameraConnection attempted, String why) throws InterruptedException {
    if (stopping) {
      return;
    }
    if (attempted.held().compareTo(proven) >= 0) {
      backoff.reset();
    }
    Duration pause = backoff.next();
    state.waits(why, pause);
    awaitRetry(pause.toNanos());
  }

  private synchronized void awaitRetry(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    for (long left = nanos; left > 0 && !stopping && !retry; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = nanos - (System.nanoTime() - start);
    }
  }

  boolean isStopping() {
    return stopping;
  }

  @Override
  public synchronized void retry() {
    retry = true;
    notifyAll();
  }

  /** Looks whether pictures are missing. Called by another thread every now and then. */
  void look() {
    CameraConnection current = connection;
    if (current != null) {
      current.look();
    }
  }

  @Override
  public void close() {
    stop(false);
  }

  @Override
  public void end() {
    stop(true);
  }

  private void stop(boolean forGood) {
    synchronized (this) {
      stopping = true;
      if (connection != null) {
        connection.cancel();
      }
      notifyAll();
    }
    try {
      thread.join(STOP.toMillis());
      if (thread.isAlive()) {
        LOG.error("Its stream cannot be cancelled; its thread is left behind");
      } else if (forGood) {
        publisher.ended();
      }
      long given = publisher.close(DRAIN);
      if (given > 0) {
        LOG.warn("{} pictures were not sent, as Kafka is slow or away", given);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
