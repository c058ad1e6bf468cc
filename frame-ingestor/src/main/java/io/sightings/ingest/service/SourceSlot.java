package io.sightings.ingest.service;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What runs under one id, one after the other: the next begins when the last has ended, however
 * long that takes, and no other source waits for it.
 */
final class SourceSlot {
  static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);
  private static final Logger LOG = LoggerFactory.getLogger(SourceSlot.class);

  private final SourceMonitor monitor;
  private final Executor threads;
  private CompletableFuture<Void> last;
  private volatile @Nullable RunningSource running;

  /**
   * @param after what has to have ended before the first may begin
   */
  SourceSlot(SourceMonitor monitor, Executor threads, CompletableFuture<Void> after) {
    this.monitor = monitor;
    this.threads = threads;
    last = after;
  }

  SourceMonitor monitor() {
    return monitor;
  }

  /** Stops what runs, if anything does, and starts the next. Returns at once. */
  void start(Supplier<RunningSource> next) {
    then(
        () -> {
          stop(RunningSource::close);
          begin(next);
        });
  }

  /**
   * Stops what runs, for a while.
   *
   * @return when that is done
   */
  CompletableFuture<Void> close() {
    return then(() -> stop(RunningSource::close));
  }

  /**
   * Stops what runs, for good.
   *
   * @return when that is done
   */
  CompletableFuture<Void> end() {
    return then(() -> stop(RunningSource::end));
  }

  void retry() {
    RunningSource source = running;
    if (source != null) {
      source.retry();
    }
  }

  private synchronized CompletableFuture<Void> then(Runnable step) {
    last =
        last.handleAsync(
            (done, failed) -> {
              try (MDC.MDCCloseable id = MDC.putCloseable("source", monitor.id())) {
                step.run();
              }
              return null;
            },
            threads);
    return last;
  }

  private void begin(Supplier<RunningSource> next) {
    try {
      RunningSource source = next.get();
      running = source;
      source.start();
    } catch (RuntimeException e) {
      monitor.error("cannot be started: " + e.getMessage());
      monitor.is(SourceState.FAILED);
      if (e instanceof IllegalArgumentException) {
        LOG.error("Cannot be started: {}", e.getMessage());
      } else {
        monitor.unexpected();
        LOG.warn("Cannot be started, by an unexpected error", e);
      }
    }
  }

  private void stop(Stopping how) {
    RunningSource source = running;
    running = null;
    if (source == null) {
      return;
    }
    try {
      how.stop(source);
    } catch (RuntimeException e) {
      LOG.error("Could not be stopped in order", e);
    }
  }

  private interface Stopping {
    void stop(RunningSource source);
  }
}
