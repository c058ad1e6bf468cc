package io.sightings.azure.enrol;

import io.sightings.azure.client.FaceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Waits for answers on the threads of an enrolment, which have nothing else to do. */
final class BlockingWait {
  private static final long PATIENCE_SECONDS = 60;

  private BlockingWait() {}

  /**
   * @throws FaceException if the call failed
   * @throws EnrolmentException if the thread was interrupted
   */
  static <T> T on(CompletableFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new EnrolmentException("The enrolment was interrupted; repeat it to go on.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  static void pause(Duration time) {
    on(
        CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)));
  }

  /** Ends threads, and sees the end of what they do. */
  static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The threads of an enrolment do not end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
