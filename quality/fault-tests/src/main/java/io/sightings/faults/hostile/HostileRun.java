package io.sightings.faults.hostile;

import io.sightings.faults.hostile.input.HostileInputGenerator;
import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import io.sightings.faults.hostile.neighbour.GoodNeighbours;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.FindingType;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.ProductMonitor;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.console.CommandConsole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Sends hostile inputs in windows, looks at the product after each, and serves neighbours. */
final class HostileRun {
  private static final int WINDOW = 500;
  private static final int SCENES = 3;
  private static final int HEAP_MEASUREMENTS = 8;

  /** In a shorter run, the first expensive inputs alone let processes grow. */
  private static final int MIN_INPUTS_FOR_MEMORY = 20_000;

  /** With more frames than this before it, the job is sent no more. */
  private static final long MAX_WAITING_FRAMES = 3000;

  private static final int MAX_WAITING_FILES = 150;
  private static final Duration PACE_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(2);

  private final HostileInputDispatcher senders;
  private final GoodNeighbours neighbours;
  private final ProductSupervisor keeper;
  private final ProductMonitor watch;
  private final FindingLog findings;
  private final CommandConsole console;

  HostileRun(
      HostileInputDispatcher senders,
      GoodNeighbours neighbours,
      ProductSupervisor keeper,
      ProductMonitor watch,
      FindingLog findings,
      CommandConsole console) {
    this.senders = senders;
    this.neighbours = neighbours;
    this.keeper = keeper;
    this.watch = watch;
    this.findings = findings;
    this.console = console;
  }

  /** Sends the inputs of these indexes, in their order; returns how many neighbours were served. */
  int run(HostileInputGenerator plan, List<Integer> indexes)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    int windows = (indexes.size() + WINDOW - 1) / WINDOW;
    keeper.look();
    for (int window = 0; window < windows; window++) {
      if (isDue(window, windows, SCENES)) {
        neighbours.playScene();
      }
      neighbours.photoAndEnrolment();
      int end = Math.min(indexes.size(), (window + 1) * WINDOW);
      List<Planned> inputs = indexes.subList(window * WINDOW, end).stream().map(plan::at).toList();
      senders.send(inputs);
      boolean goesOn = keeper.await(MAX_WAITING_FRAMES, MAX_WAITING_FILES, PACE_TIMEOUT);
      if (isDue(window, windows, HEAP_MEASUREMENTS)) {
        watch.measureHeaps();
      }
      progress(end, indexes.size(), start);
      if (!goesOn) {
        break;
      }
    }
    return finish(indexes.size() >= MIN_INPUTS_FOR_MEMORY);
  }

  /** Whether a window is one of so many that are spread over all. */
  private static boolean isDue(int window, int windows, int times) {
    return windows <= times
        || (long) window * times / windows != (long) (window - 1) * times / windows
        || window == 0;
  }

  private int finish(boolean judgesMemory) throws IOException, InterruptedException {
    senders.finish();
    boolean caughtUp = keeper.await(0, 0, DRAIN_TIMEOUT);
    watch.measureHeaps();
    // A job that does not get on serves nobody.
    ProcessAwait.within(
        caughtUp ? DRAIN_TIMEOUT : Duration.ZERO, () -> neighbours.missing().isEmpty());
    keeper.look();
    keeper.clear(InputOutcome.IGNORED);
    List<String> missing = neighbours.missing();
    missing.forEach(text -> findings.add(FindingType.NEIGHBOUR, text, List.of()));
    watch.processes().stream()
        .filter(process -> judgesMemory && process.hasGrown())
        .forEach(
            process ->
                findings.add(FindingType.MEMORY, String.join("; ", process.row()), List.of()));
    return neighbours.expected() - missing.size();
  }

  private void progress(int sent, int all, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    console.say(
        "%6d of %d, %.0f/s; deaths %d, restarts %d, 5xx %d; waiting %d frames, %d files; neighbours %d, not yet served %d"
            .formatted(
                sent,
                all,
                sent / seconds,
                findings.count(FindingType.DEATH),
                findings.count(FindingType.RESTART),
                findings.count(FindingType.SERVER_ERROR),
                keeper.waitingFrames(),
                keeper.waitingFiles(),
                neighbours.expected(),
                neighbours.missing().size()));
  }
}
