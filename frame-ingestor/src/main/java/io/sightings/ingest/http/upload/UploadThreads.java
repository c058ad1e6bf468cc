package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.ProblemException;
import io.sightings.ingest.http.ProblemKind;
import io.sightings.ingest.monitor.SourceMonitor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As many uploads at once as there may be, each on a thread that may wait. */
final class UploadThreads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadThreads.class);
  private static final int IDLE_SECONDS = 30;
  private static final int STOP_SECONDS = 5;

  private final Semaphore permits;
  private final ExecutorService threads;

  UploadThreads(int parallel) {
    permits = new Semaphore(parallel);
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            parallel,
            parallel,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            // Never longer than the permits.
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "upload-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    threads = pool;
  }

  /**
   * Receives an upload and answers it, on another thread.
   *
   * @throws ProblemException if there are too many already
   */
  void run(UploadTask task, SourceMonitor monitor) throws ProblemException {
    if (!permits.tryAcquire()) {
      throw new ProblemException(
          ProblemKind.BUSY, "As many uploads as server.parallel allows are at work.");
    }
    try {
      threads.execute(() -> run(task, monitor, permits));
    } catch (RejectedExecutionException e) {
      permits.release();
      throw new ProblemException(ProblemKind.STOPPING, "Send it again later.", e);
    }
  }

  private static void run(UploadTask task, SourceMonitor monitor, Semaphore permits) {
    Runnable answer;
    try {
      answer = task.receive(monitor);
    } catch (Error e) {
      // Whoever ends the thread must not leave the client without an end.
      task.callback().failed(e);
      throw e;
    } finally {
      // Before the answer: who has it may send the next at once.
      permits.release();
    }
    answer.run();
  }

  void giveUp() {
    threads.shutdownNow();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("An upload did not stop within {} s and is left behind", STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
