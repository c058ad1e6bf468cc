package io.sightings.ingest.reading;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.service.RunningSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A source of files at work on a thread of its own. Interrupting the thread stops it. */
public abstract class FileSourceWorker implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(FileSourceWorker.class);
  private static final int STOP_SECONDS = 10;

  protected final SourceMonitor monitor;
  protected final InterruptiblePause pauses = new InterruptiblePause();
  private final Thread thread;

  protected FileSourceWorker(SourceMonitor monitor) {
    this.monitor = monitor;
    thread = new Thread(this::run, "files-" + monitor.id());
    thread.setDaemon(true);
  }

  /** Runs until it is done or interrupted. */
  protected abstract void work() throws InterruptedException;

  private void run() {
    try {
      work();
    } catch (InterruptedException e) {
      monitor.is(SourceState.DONE);
    } catch (RuntimeException | Error e) {
      monitor.unexpected();
      LOG.warn("Source {} has ended by an unexpected error", monitor.id(), e);
      monitor.error("an unexpected error: " + e);
      monitor.is(SourceState.FAILED);
    }
  }

  @Override
  public void start() {
    monitor.is(SourceState.IDLE);
    thread.start();
  }

  @Override
  public void retry() {
    pauses.retry();
  }

  @Override
  public void close() {
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
