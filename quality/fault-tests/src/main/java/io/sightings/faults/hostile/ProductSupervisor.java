package io.sightings.faults.hostile;

import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.faults.hostile.send.WatchedFolderOutcomes;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.FindingType;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.ProductMonitor;
import io.sightings.faults.hostile.watch.RejectedFrameIndex;
import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.watch.FrameConsumptionProgress;
import io.sightings.process.ProcessAwait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the product, starts again what has died, and waits where the product is behind. For one
 * thread.
 */
final class ProductSupervisor {
  private static final int MAX_SUSPECTS = 200;
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

  private final LocalProduct product;
  private final List<WatchedFolderOutcomes> folders;
  private final ProductMonitor watch;
  private final FrameConsumptionProgress frames;
  private final RejectedFrameIndex rejected;
  private final FindingLog findings;
  private long looked = System.nanoTime() - LOOK_INTERVAL.toNanos();

  /**
   * @param folders of hostile files
   */
  ProductSupervisor(
      LocalProduct product,
      List<WatchedFolderOutcomes> folders,
      ProductMonitor watch,
      FrameConsumptionProgress frames,
      RejectedFrameIndex rejected,
      FindingLog findings) {
    this.product = product;
    this.folders = folders;
    this.watch = watch;
    this.frames = frames;
    this.rejected = rejected;
    this.findings = findings;
  }

  /** Looks for deaths and restarts, and for what has become of inputs. */
  void look() throws IOException {
    for (String death : watch.deaths()) {
      boolean ingestor = death.startsWith("ingestor");
      findings.add(FindingType.DEATH, death, ingestor ? unreadFiles() : unreadFrames());
      restore();
    }
    watch.restart().ifPresent(text -> findings.add(FindingType.RESTART, text, unreadFrames()));
    rejected.look();
    for (WatchedFolderOutcomes folder : folders) {
      folder.look();
    }
  }

  /** As a supervisor does, but without the files that may have been the cause. */
  private void restore() throws IOException {
    KillableIngestor ingestor = product.ingestors().get(0);
    if (!ingestor.process().isAlive()) {
      clear(InputOutcome.UNSENT);
      ingestor.start();
      ProcessAwait.until("the ingestor is ready", LocalProduct.PATIENCE, ingestor::isReady);
    }
    product.brokerProcess().up(true);
    product.restore();
  }

  /** Takes away hostile files whose fate is not known, and counts them so. */
  void clear(InputOutcome outcome) throws IOException {
    for (WatchedFolderOutcomes folder : folders) {
      folder.clear(outcome);
    }
  }

  /** Waits until no more than so much is before the product; false where it no longer gets on. */
  boolean await(long maxFrames, int maxFiles, Duration timeout) {
    boolean caughtUp =
        ProcessAwait.within(
            timeout,
            () -> {
              lookNowAndThen();
              return waitingFrames() <= maxFrames && waitingFiles() <= maxFiles;
            });
    if (!caughtUp) {
      String text =
          "after %d s, %d frames and %d files wait"
              .formatted(timeout.toSeconds(), waitingFrames(), waitingFiles());
      boolean job = waitingFrames() > maxFrames;
      findings.add(FindingType.STUCK, text, job ? unreadFrames() : unreadFiles());
    }
    return caughtUp;
  }

  private void lookNowAndThen() {
    if (System.nanoTime() - looked < LOOK_INTERVAL.toNanos()) {
      return;
    }
    try {
      look();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    looked = System.nanoTime();
  }

  /** Frames the job has not secured by a checkpoint; very many while no broker can say. */
  long waitingFrames() {
    return frames.waiting().orElse(Long.MAX_VALUE);
  }

  int waitingFiles() {
    return folders.stream().mapToInt(folder -> folder.readable().size()).sum();
  }

  private List<InputReference> unreadFrames() {
    return frames
        .positions()
        .map(positions -> rejected.behind(positions, MAX_SUSPECTS))
        .orElse(List.of());
  }

  /** Files the ingestor reads or is about to read, in turn from each folder. */
  private List<InputReference> unreadFiles() {
    List<List<InputReference>> readable =
        folders.stream().map(WatchedFolderOutcomes::readable).toList();
    List<InputReference> suspects = new ArrayList<>();
    for (int place = 0; place < MAX_SUSPECTS / folders.size(); place++) {
      for (List<InputReference> folder : readable) {
        if (place < folder.size()) {
          suspects.add(folder.get(place));
        }
      }
    }
    return suspects;
  }
}
