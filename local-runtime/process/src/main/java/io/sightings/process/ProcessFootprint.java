package io.sightings.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process uses, as Linux counts it (proc(5)).
 *
 * @param resident memory in bytes
 * @param threads of the process
 * @param files open descriptors, connections among them
 * @param cpuSeconds user and system time since it started
 */
public record ProcessFootprint(long resident, long threads, long files, double cpuSeconds) {
  /** Fields of /proc/PID/stat behind the name in brackets: utime and stime. */
  private static final int USER_TIME = 11;

  /** Linux counts in these on all common platforms. */
  private static final double TICKS_PER_SECOND = 100;

  private static final double MIB = 1 << 20;
  private static final int JCMD_TIMEOUT_SECONDS = 30;

  /**
   * @throws IOException if the process has ended
   */
  public static ProcessFootprint of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    List<String> status = Files.readAllLines(process.resolve("status"));
    String[] stat = Files.readString(process.resolve("stat")).replaceFirst(".*\\) ", "").split(" ");
    double ticks = Double.parseDouble(stat[USER_TIME]) + Double.parseDouble(stat[USER_TIME + 1]);
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return new ProcessFootprint(
          number(status, "VmRSS:") << 10,
          number(status, "Threads:"),
          open.count(),
          ticks / TICKS_PER_SECOND);
    }
  }

  /** Memory, threads and files, as in a report. */
  public String text() {
    return String.format(
        Locale.ROOT, "RSS %.0f MB, %d threads, %d files", resident / MIB, threads, files);
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /**
   * What a JVM answers to a diagnostic command.
   *
   * @param command as jcmd takes it, such as GC.heap_info
   * @return empty where the JVM does not answer
   */
  public static Optional<String> diagnose(long pid, String command)
      throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
    // The answers are a few lines, which the pipe holds.
    if (!asked.waitFor(JCMD_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      asked.destroyForcibly();
      return Optional.empty();
    }
    return asked.exitValue() == 0
        ? Optional.of(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
