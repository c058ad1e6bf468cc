package io.sightings.benchmarks.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the server's process takes, after a garbage collection.
 *
 * @param heap bytes that are in use
 * @param threads of Java
 * @param resident bytes of memory, or negative where the system does not tell
 * @param files that are open, connections among them, or negative where the system does not tell
 */
record Footprint(long heap, int threads, long resident, long files) {
  private static final String RESIDENT = "VmRSS:";

  /**
   * @param told by the process itself: heap and threads
   */
  static Footprint of(long pid, String told) throws IOException {
    String[] numbers = told.split(" ");
    Path process = Path.of("/proc", Long.toString(pid));
    boolean linux = Files.isDirectory(process);
    return new Footprint(
        Long.parseLong(numbers[0]),
        Integer.parseInt(numbers[1]),
        linux ? resident(process) : -1,
        linux ? files(process) : -1);
  }

  private static long resident(Path process) throws IOException {
    try (Stream<String> lines = Files.lines(process.resolve("status"))) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(-1);
    }
  }

  private static long files(Path process) throws IOException {
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return open.count();
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "heap %5.1f MiB, RSS %6.1f MiB, %3d threads, %3d files open",
        heap / 1048576.0,
        resident / 1048576.0,
        threads,
        files);
  }
}
