package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
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

  private final ExecutorService threads;

  UploadThreads(int parallel) {
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
   * @param permit is given back as soon as it is received
   * @throws ProblemException if the ingestor is stopping
   */
  void run(UploadTask task, Runnable permit) throws ProblemException {
    try {
      threads.execute(() -> receive(task, permit));
    } catch (RejectedExecutionException e) {
      permit.run();
      throw new ProblemException(ProblemKind.STOPPING, "Send it again later.", e);
    }
  }

  private static void receive(UploadTask task, Runnable permit) {
    Runnable answer;
    try {
      answer = task.receive();
    } catch (Error e) {
      // Ending the thread must not leave the client without an answer.
      task.callback().failed(e);
      throw e;
    } finally {
      // Before the answer: who has it may send the next at once.
      permit.run();
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
