package io.sightings.faults.hostile.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process takes, as Linux counts it.
 *
 * @param resident bytes of memory
 * @param threads of the process
 * @param files open descriptors, connections among them
 */
public record ProcessFootprint(long resident, long threads, long files) {

  /**
   * @throws IOException if the process has ended
   */
  static ProcessFootprint of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    List<String> status = Files.readAllLines(process.resolve("status"));
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return new ProcessFootprint(
          number(status, "VmRSS:") << 10, number(status, "Threads:"), open.count());
    }
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
