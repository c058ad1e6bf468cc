package io.sightings.ingest.journal;

import java.time.Instant;

/** Processes by a name that no later one has: a number is given again, in a container always. */
final class OwnProcess {

  private OwnProcess() {}

  static String name() {
    return name(ProcessHandle.current());
  }

  /** Whether a process of that name runs still. */
  static boolean runs(String name) {
    int at = name.indexOf('@');
    try {
      return at > 0
          && ProcessHandle.of(Long.parseLong(name.substring(0, at)))
              .filter(ProcessHandle::isAlive)
              .map(process -> name(process).equals(name))
              .orElse(false);
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static String name(ProcessHandle process) {
    return process.pid()
        + "@"
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
