package io.sightings.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a JVM's heap is in memory. A heap's pages come into memory when they are first used,
 * and stay: so what a process holds grows until its heap was used once, leak or no leak.
 */
final class ResidentHeap {
  /** A generation in the answer to {@code GC.heap_info}: its begin, and the end of its reserve. */
  private static final Pattern GENERATION =
      Pattern.compile("generation .*\\[0x([0-9a-f]+), 0x[0-9a-f]+, 0x([0-9a-f]+)\\)");

  private static final Pattern MAPPING = Pattern.compile("^([0-9a-f]+)-([0-9a-f]+) .*");
  private static final Pattern RESIDENT = Pattern.compile("^Rss: +(\\d+) kB");

  private ResidentHeap() {}

  /**
   * @param heapInfo the answer to {@code jcmd PID GC.heap_info}
   * @return bytes
   * @throws IllegalStateException where the collector tells of no generations, as all but the
   *     serial and the parallel one
   */
  static long of(long pid, String heapInfo) throws IOException {
    long begin = Long.MAX_VALUE;
    long end = 0;
    for (Matcher found = GENERATION.matcher(heapInfo); found.find(); ) {
      begin = Math.min(begin, Long.parseUnsignedLong(found.group(1), 16));
      end = Math.max(end, Long.parseUnsignedLong(found.group(2), 16));
    }
    if (end == 0) {
      throw new IllegalStateException("no generations in: " + heapInfo);
    }
    return within(begin, end, Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps")));
  }

  private static long within(long begin, long end, List<String> smaps) {
    long bytes = 0;
    boolean inside = false;
    for (String line : smaps) {
      Matcher mapping = MAPPING.matcher(line);
      Matcher resident = RESIDENT.matcher(line);
      if (mapping.matches()) {
        inside =
            Long.parseUnsignedLong(mapping.group(1), 16) >= begin
                && Long.parseUnsignedLong(mapping.group(2), 16) <= end;
      } else if (inside && resident.find()) {
        bytes += Long.parseLong(resident.group(1)) << 10;
      }
    }
    return bytes;
  }
}
