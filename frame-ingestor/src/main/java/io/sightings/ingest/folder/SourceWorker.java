package io.sightings.ingest.folder;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of a source; interrupting it is how it is stopped. */
final class SourceWorker {
  private static final Logger LOG = LoggerFactory.getLogger(SourceWorker.class);
  private static final int STOP_SECONDS = 10;

  private final SourceMonitor monitor;
  private final Thread thread;

  interface Work {
    /** Runs until it is done or interrupted. */
    void run() throws InterruptedException;
  }

  SourceWorker(SourceMonitor monitor, Work work) {
    this.monitor = monitor;
    thread = new Thread(() -> run(work), "files-" + monitor.id());
    thread.setDaemon(true);
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      monitor.is(SourceState.DONE);
    } catch (RuntimeException | Error e) {
      monitor.unexpected();
      LOG.warn("Source {} has ended by an unexpected error", monitor.id(), e);
      monitor.error("an unexpected error: " + e);
      monitor.is(SourceState.FAILED);
    }
  }

  void start() {
    thread.start();
  }

  void close() {
    thread.interrupt();
    try {
      TimeUnit.SECONDS.timedJoin(thread, STOP_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("Source {} did not stop within {} s and is left behind", monitor.id(), STOP_SECONDS);
    }
  }
}
