package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives as many uploads at once as there may be, each on a thread that may wait. Videos, which
 * may take hours, leave half of the threads to pictures.
 */
final class UploadExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadExecutor.class);
  private static final int IDLE_SECONDS = 30;
  private static final int STOP_SECONDS = 5;

  private final ExecutorService threads;
  private final Semaphore all;
  private final Semaphore videos;

  UploadExecutor(int parallel) {
    all = new Semaphore(parallel);
    videos = new Semaphore(Math.max(1, parallel / 2));
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
   * Receives pictures and answers, on another thread.
   *
   * @throws ProblemException if there are too many uploads, or the ingestor is stopping
   */
  void runImages(UploadTask task) throws ProblemException {
    acquire(all);
    run(task, all::release);
  }

  /** As {@link #runImages}, for a video. */
  void runVideo(UploadTask task) throws ProblemException {
    acquire(videos);
    try {
      acquire(all);
    } catch (ProblemException e) {
      videos.release();
      throw e;
    }
    run(
        task,
        () -> {
          all.release();
          videos.release();
        });
  }

  private static void acquire(Semaphore permits) throws ProblemException {
    if (!permits.tryAcquire()) {
      throw new ProblemException(
          ProblemKind.BUSY, "As many uploads as server.parallel allows are at work.");
    }
  }

  private void run(UploadTask task, Runnable release) throws ProblemException {
    try {
      threads.execute(() -> receive(task, release));
    } catch (RejectedExecutionException e) {
      release.run();
      throw new ProblemException(ProblemKind.STOPPING, "Send it again later.", e);
    }
  }

  private static void receive(UploadTask task, Runnable release) {
    Runnable answer;
    try {
      answer = task.receive();
    } catch (Error e) {
      // Ending the thread must not leave the client without an answer.
      task.callback().failed(e);
      throw e;
    } finally {
      // Before the answer: who has it may send the next at once.
      release.run();
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
