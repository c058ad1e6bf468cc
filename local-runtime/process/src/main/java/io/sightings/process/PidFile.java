package io.sightings.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process was started in a folder. The time of its start is kept beside its id, since ids are
 * used again: a stranger is never taken for the process that was here before.
 */
record PidFile(Path file) {
  /** The start is reckoned from the system's boot, which moves when its clock is set. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(10);

  void write(ProcessHandle process) throws IOException {
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    Files.writeString(file, process.pid() + " " + started + "\n");
  }

  /** The process, if it is still running. */
  Optional<ProcessHandle> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(file).strip().split(" ");
      Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startedAt(process, started));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // Truncated while it was written: its writer is gone, too.
      return Optional.empty();
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be deleted", e);
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant expected) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(expected, actual).abs().compareTo(CLOCK_SLACK) < 0)
        // Processes of others hide when they started.
        .orElse(false);
  }
}
