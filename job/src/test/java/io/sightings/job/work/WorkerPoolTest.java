package io.sightings.job.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.job.work.WorkerPool.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work that cannot be stopped, and what becomes of the work behind it. */
class WorkerPoolTest {
  private static final long TIMEOUT_SECONDS = 30;

  private final CountDownLatch release = new CountDownLatch(1);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final WorkerPool workers = new WorkerPool("test", 1, 1, () -> ended.complete(null));

  @AfterEach
  void end() {
    release.countDown();
    workers.close();
  }

  @Test
  void workRunsBehindStuckWorkInASpareThread() throws Exception {
    stick();

    assertThat(threadOf(workers))
        .startsWith("test-")
        .isNotEqualTo(Thread.currentThread().getName());
    assertThat(workers.stuck()).isEqualTo(1);
  }

  @Test
  void withAllThreadsStuckWorkIsRefusedUntilOneReturns() throws Exception {
    List<CompletableFuture<Void>> stuck = new ArrayList<>(List.of(stick(), stick()));
    assertThat(workers.start(workers.prepare(() -> {}))).isEqualTo(Start.REFUSED);

    release.countDown();
    for (CompletableFuture<Void> each : stuck) {
      each.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    // The threads return a moment after their work.
    while (workers.stuck() > 0) {
      Thread.onSpinWait();
    }
    assertThat(threadOf(workers)).startsWith("test-");
  }

  @Test
  void workThatIsGivenUpBeforeItRunsNeverRuns() throws Exception {
    CompletableFuture<Void> running = new CompletableFuture<>();
    workers.start(workers.prepare(() -> await(running)));
    CompletableFuture<Void> ran = new CompletableFuture<>();
    WorkerPool.Task queued = workers.prepare(() -> ran.complete(null));
    workers.start(queued);
    WorkerPool.Task unstarted = workers.prepare(() -> ran.complete(null));

    assertThat(queued.giveUp()).isFalse();
    unstarted.giveUp();

    assertThat(workers.start(unstarted)).isEqualTo(Start.OVER);
    release.countDown();
    threadOf(workers);
    assertThat(ran).isNotDone();
    assertThat(workers.stuck()).isZero();
  }

  @Test
  void memoryIsFreedWhenStuckWorkReturnsAndNotBefore() throws Exception {
    stick();

    workers.close();

    assertThat(ended).isNotDone();
    release.countDown();
    ended.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** Work that does not notice that nobody waits for it. */
  private CompletableFuture<Void> stick() throws Exception {
    CompletableFuture<Void> running = new CompletableFuture<>();
    CompletableFuture<Void> over = new CompletableFuture<>();
    WorkerPool.Task task =
        workers.prepare(
            () -> {
              await(running);
              over.complete(null);
            });
    assertThat(workers.start(task)).isEqualTo(Start.QUEUED);
    running.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    assertThat(task.giveUp()).isTrue();
    return over;
  }

  private void await(CompletableFuture<Void> running) {
    running.complete(null);
    boolean released = false;
    while (!released) {
      try {
        released = release.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        // Native code does not see interrupts either.
      }
    }
  }

  private static String threadOf(WorkerPool workers) throws Exception {
    CompletableFuture<String> thread = new CompletableFuture<>();
    workers.start(workers.prepare(() -> thread.complete(Thread.currentThread().getName())));
    return thread.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
