package io.sightings.job.quarantine;

import io.sightings.contract.codec.Json;
import io.sightings.job.quarantine.InFlightFrame.FlyingFrame;
import io.sightings.job.settings.QuarantineSettings;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all subtasks of a job in this process share during one execution attempt: the connection to
 * the store, the suspects, and the rule that a suspect runs alone. One thread talks to the store.
 */
final class AttemptSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AttemptSession.class);
  private static final long TICK_MILLIS = 100;

  private final String id = UUID.randomUUID().toString();
  private final AttemptStore.Connection store;
  private final QuarantineSettings settings;
  private final String attempt;
  private final SuspectRegistry suspects;
  private final LoneAnalysis turns;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final ScheduledThreadPoolExecutor thread;
  private volatile boolean away;

  private AttemptSession(
      AttemptStore.Connection store, QuarantineSettings settings, String attempt) {
    this.store = store;
    this.settings = settings;
    this.attempt = attempt;
    suspects = new SuspectRegistry(settings.deaths());
    turns = new LoneAnalysis(settings.alone());
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread named = new Thread(task, "attempts");
              named.setDaemon(true);
              return named;
            });
  }

  static AttemptSession start(
      AttemptStore.Connection store, QuarantineSettings settings, String attempt) {
    AttemptSession session = new AttemptSession(store, settings, attempt);
    session.thread.execute(session::restore);
    return session;
  }

  private void restore() {
    try {
      Set<String> changed = suspects.restore(store.read(), attempt, System.currentTimeMillis());
      // A frame must not be analysed before its death is written down: the next death would be its
      // first again.
      CountDownLatch written = new CountDownLatch(changed.size());
      changed.forEach(
          key ->
              store.put(
                  key,
                  suspects.value(key),
                  failure -> {
                    answered(failure);
                    written.countDown();
                  }));
      if (!written.await(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        late();
      }
    } catch (IOException | RuntimeException e) {
      away = true;
      LOG.warn("Earlier attempts cannot be read; frames are analysed all the same.", e);
    } catch (InterruptedException e) {
      // The session ends before it has begun.
      return;
    }
    ready.complete(null);
  }

  /** Done when the suspects are known, or cannot be. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  SuspectRegistry suspects() {
    return suspects;
  }

  LoneAnalysis turns() {
    return turns;
  }

  QuarantineSettings settings() {
    return settings;
  }

  String id() {
    return id;
  }

  /** Whether the store did not answer the last time it was asked. */
  boolean isAway() {
    return away;
  }

  /** The store has not answered within the patience. */
  void late() {
    if (!away) {
      LOG.warn(
          "The attempts' store has not answered within {} ms; frames are analysed unjournaled.",
          settings.patience().toMillis());
    }
    away = true;
  }

  private void answered(Exception failure) {
    if (failure != null && !away) {
      LOG.warn("The attempts' store fails; frames are analysed unjournaled.", failure);
    }
    if (failure == null && away) {
      LOG.info("The attempts' store answers again.");
    }
    away = failure != null;
  }

  /** Writes which frames a subtask analyses now. In the session's thread. */
  void writeFlight(String key, List<FlyingFrame> frames, Runnable done) {
    put(key, Json.write(new InFlightFrame(attempt, id, frames)), done);
  }

  /** Writes what is known of a suspect. In the session's thread. */
  void writeSuspect(String key, Runnable done) {
    put(key, suspects.value(key), done);
  }

  private void put(String key, byte @Nullable [] value, Runnable done) {
    store.put(
        key,
        value,
        failure -> {
          answered(failure);
          done.run();
        });
  }

  /**
   * Waits for a write, no longer than the patience, and not at all for a store that is away. A
   * cancelled task is interrupted, and still has to say that its end is orderly.
   *
   * @param write receives what is to run once the entry is in the store
   */
  void await(Consumer<Runnable> write) {
    CountDownLatch written = new CountDownLatch(1);
    write.accept(written::countDown);
    long end = System.nanoTime() + settings.patience().toNanos();
    boolean interrupted = false;
    while (!away && !thread.isShutdown() && written.getCount() > 0) {
      try {
        if (!written.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          late();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs something in the session's thread, soon. */
  void execute(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("An attempt came after the end.", e);
    }
  }

  /** Runs something in the session's thread again and again. */
  void eachTick(Runnable task) {
    thread.scheduleWithFixedDelay(task, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    store.close();
  }
}
