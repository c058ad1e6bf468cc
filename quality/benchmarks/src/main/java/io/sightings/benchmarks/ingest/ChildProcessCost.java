package io.sightings.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a child process has cost.
 *
 * @param cpuSeconds user and system time of all its threads
 * @param output what it wrote
 */
record ChildProcessCost(double cpuSeconds, String output) {
  private static final Path SELF = Path.of("/proc/self/stat");

  /** Of the numbers after the name, whose end is a bracket: cutime and cstime, see proc(5). */
  private static final int CHILDREN_USER = 13;

  /** What proc(5) counts in; 100 a second on every Linux that matters. */
  private static final double TICKS_PER_SECOND = 100;

  /** Runs it to its end; no other child may end meanwhile. */
  static ChildProcessCost run(List<String> command) throws IOException, InterruptedException {
    double before = childrensSeconds();
    ProcessBuilder builder = new ProcessBuilder(command);
    // As the ingestor itself is started.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(
          "%s ended with %d: %s".formatted(String.join(" ", command), code, output));
    }
    return new ChildProcessCost(childrensSeconds() - before, output);
  }

  private static double childrensSeconds() throws IOException {
    if (!Files.isReadable(SELF)) {
      throw new IOException("processor time is read from " + SELF + ": run this on Linux");
    }
    String text = Files.readString(SELF);
    String[] numbers = text.substring(text.lastIndexOf(')') + 2).split(" ");
    long ticks =
        Long.parseLong(numbers[CHILDREN_USER]) + Long.parseLong(numbers[CHILDREN_USER + 1]);
    return ticks / TICKS_PER_SECOND;
  }

  /** The last number that the output gives to a name, as name=number. */
  long number(String name) {
    return output
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new IllegalStateException("no " + name + " in: " + output));
  }
}
