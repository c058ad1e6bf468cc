package io.sightings.faults;

import io.sightings.cluster.rest.RunningJob.CheckpointProgress;
import io.sightings.faults.fault.FaultEvent;
import io.sightings.faults.fault.FaultEvent.FaultMoment;
import io.sightings.faults.fault.FaultKind;
import io.sightings.faults.fault.FullDiskFault;
import io.sightings.faults.fault.InjectedFault;
import io.sightings.faults.fault.ProcessFault;
import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.product.SmallDisks.DiskPlace;
import io.sightings.faults.watch.FrameConsumptionProgress;
import io.sightings.faults.watch.JobCounters;
import io.sightings.faults.watch.RecoveryMonitor;
import io.sightings.faults.watch.RecoveryTable.RecoveryTimes;
import io.sightings.process.ProcessAwait;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One blow: waits for its moment, lets it happen, has it ended, and waits until all works again.
 */
final class FaultRunner {
  private static final Duration MOMENT_WITHIN = Duration.ofSeconds(20);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final LocalProduct product;
  private final FrameConsumptionProgress frames;

  FaultRunner(LocalProduct product, FrameConsumptionProgress frames) {
    this.product = product;
    this.frames = frames;
  }

  /**
   * @return one for each of its faults
   * @throws io.sightings.process.LocalRuntimeException if the product does not work again
   */
  List<RecoveryTimes> of(FaultEvent blow) throws IOException {
    JobCounters before = JobCounters.of(product);
    await(blow.moment());
    RecoveryMonitor watch = new RecoveryMonitor(product, frames);
    Instant begin = Instant.now();
    List<CompletableFuture<Void>> mendings = new ArrayList<>();
    for (InjectedFault fault : blow.faults()) {
      InjectedFault.Mending mending = fault.strike(product);
      Executor later =
          CompletableFuture.delayedExecutor(fault.lasts().toMillis(), TimeUnit.MILLISECONDS);
      mendings.add(CompletableFuture.runAsync(mending::mend, later));
    }
    Duration took =
        watch.await(Instant.now(), blow.faults().stream().anyMatch(FaultRunner::isOfBroker));
    CompletableFuture.allOf(mendings.toArray(CompletableFuture[]::new)).join();
    boolean ingestors =
        blow.faults().stream().anyMatch(fault -> isKind(fault, FaultKind.KILL_INGESTOR));
    awaitIngestors();
    Duration ready = Duration.between(begin, Instant.now());
    // Those that were paused or killed take part again before the next blow.
    product.restore();
    JobCounters counted = JobCounters.of(product).since(before);
    boolean alone = blow.faults().size() == 1;
    List<RecoveryTimes> recoveries = new ArrayList<>();
    for (InjectedFault fault : blow.faults()) {
      // What two faults have led to together is counted once.
      JobCounters own = recoveries.isEmpty() ? counted : counted.since(counted);
      recoveries.add(
          new RecoveryTimes(fault.kind(), ingestors && alone ? ready : took, own, alone));
    }
    return recoveries;
  }

  private static boolean isOfBroker(InjectedFault fault) {
    return isKind(fault, FaultKind.KILL_BROKER)
        || isKind(fault, FaultKind.PAUSE_BROKER)
        || (fault instanceof FullDiskFault full && full.place() == DiskPlace.KAFKA);
  }

  private static boolean isKind(InjectedFault fault, FaultKind kind) {
    return fault instanceof ProcessFault process && process.what() == kind;
  }

  private void awaitIngestors() {
    ProcessAwait.until(
        "the ingestors are ready",
        LocalProduct.PATIENCE,
        () -> product.ingestors().stream().allMatch(KillableIngestor::isReady));
  }

  /** A moment that does not come is not waited for for ever. */
  private void await(FaultMoment moment) {
    if (moment == FaultMoment.ANY) {
      return;
    }
    int completed = product.job().checkpointNews().map(CheckpointProgress::completed).orElse(0);
    long end = System.nanoTime() + MOMENT_WITHIN.toNanos();
    while (System.nanoTime() - end < 0) {
      Optional<CheckpointProgress> news = product.job().checkpointNews();
      if (news.isPresent()
          && (moment == FaultMoment.CHECKPOINT
              ? news.get().inProgress()
              : news.get().completed() > completed)) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
