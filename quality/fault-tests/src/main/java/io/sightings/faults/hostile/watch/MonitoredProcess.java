package io.sightings.faults.hostile.watch;

import io.sightings.process.LocalProcess;
import io.sightings.process.ProcessFootprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of the product, sampled from its start to the end of the run. For one thread. */
public final class MonitoredProcess {
  private static final double MIB = 1 << 20;

  /** The part of the answer to GC.heap_info that says how much of a generation is in use. */
  private static final Pattern USED = Pattern.compile("(?m)^ \\S.*total \\d+K, used (\\d+)K");

  /** What may be noise: a heap comes into memory when it is first used, and stays. */
  private static final double MAX_GROWTH = 0.15;

  private static final long MAX_GROWTH_BYTES = 96L << 20;
  private static final long MAX_HEAP_GROWTH_BYTES = 48L << 20;

  private final LocalProcess process;
  private final List<ProcessFootprint> samples = new ArrayList<>();
  private final List<Long> heaps = new ArrayList<>();
  private long pid = -1;

  MonitoredProcess(LocalProcess process) {
    this.process = process;
    process.handle().ifPresent(handle -> pid = handle.pid());
  }

  public LocalProcess process() {
    return process;
  }

  /** What is to be said of its death, if it has died since the last look; samples it otherwise. */
  Optional<String> look() {
    long now = process.handle().map(ProcessHandle::pid).orElse(-1L);
    long before = pid;
    pid = now;
    if (before != -1 && now != before) {
      String code = process.exitCode().isPresent() ? "" + process.exitCode().getAsInt() : "?";
      return Optional.of(process.name() + " (pid " + before + ") ended with exit code " + code);
    }
    if (now != -1) {
      try {
        samples.add(ProcessFootprint.of(now));
      } catch (IOException e) {
        // It has just ended, which the next look will find.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Collects all its garbage, and notes what is left. */
  void measureHeap() throws IOException, InterruptedException {
    if (pid != -1) {
      liveHeap(pid).ifPresent(heaps::add);
    }
  }

  /** Bytes of the heap that are in use after a full collection; empty where it does not answer. */
  private static OptionalLong liveHeap(long pid) throws IOException, InterruptedException {
    if (ProcessFootprint.diagnose(pid, "GC.run").isEmpty()) {
      return OptionalLong.empty();
    }
    Matcher used = USED.matcher(ProcessFootprint.diagnose(pid, "GC.heap_info").orElse(""));
    long bytes = 0;
    while (used.find()) {
      bytes += Long.parseLong(used.group(1)) << 10;
    }
    return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  /** Whether the process holds more in the last quarter than in the second. */
  public boolean hasGrown() {
    long before = quarter(1).resident();
    long more = quarter(3).resident() - before;
    long heap = heaps.size() < 2 ? 0 : heaps.get(heaps.size() - 1) - heaps.get(heaps.size() / 4);
    return more > Math.max(MAX_GROWTH_BYTES, before * MAX_GROWTH) || heap > MAX_HEAP_GROWTH_BYTES;
  }

  /** Mean of a quarter of the samples, 0 to 3. */
  private ProcessFootprint quarter(int number) {
    int size = Math.max(1, samples.size() / 4);
    List<ProcessFootprint> part =
        samples.subList(
            Math.min(number * size, Math.max(0, samples.size() - 1)),
            number == 3 ? samples.size() : Math.min((number + 1) * size, samples.size()));
    return new ProcessFootprint(
        (long) part.stream().mapToLong(ProcessFootprint::resident).average().orElse(0),
        (long) part.stream().mapToLong(ProcessFootprint::threads).average().orElse(0),
        (long) part.stream().mapToLong(ProcessFootprint::files).average().orElse(0),
        part.stream().mapToDouble(ProcessFootprint::cpuSeconds).average().orElse(0));
  }

  /** Name, resident memory, live heap, threads and open files: first and last quarter. */
  public String[] row() {
    ProcessFootprint first = quarter(0);
    ProcessFootprint last = quarter(3);
    return new String[] {
      process.name(),
      pair(first.resident() / MIB, last.resident() / MIB),
      heaps.isEmpty() ? "" : pair(heaps.get(0) / MIB, heaps.get(heaps.size() - 1) / MIB),
      pair(first.threads(), last.threads()),
      pair(first.files(), last.files())
    };
  }

  private static String pair(double first, double last) {
    return "%.0f -> %.0f".formatted(first, last);
  }
}
