package io.sightings.faults.hostile.watch;

import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.toolkit.console.CommandConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What has gone wrong, with the inputs that may have caused it. Each finding is printed and
 * appended to a file with the seed and the indexes, so that it can be replayed with {@code --only}.
 * Safe for use by several threads.
 */
public final class FindingLog {
  private static final int MAX_PRINTED = 60;

  private final Path file;
  private final long seed;
  private final CommandConsole console;
  private final Map<FindingType, Integer> counts = new EnumMap<>(FindingType.class);
  private int printed;

  public FindingLog(Path file, long seed, CommandConsole console) {
    this.file = file;
    this.seed = seed;
    this.console = console;
  }

  /**
   * @param text one line
   * @param suspects inputs that may have caused it, the most likely first
   */
  public synchronized void add(FindingType type, String text, List<InputReference> suspects) {
    counts.merge(type, 1, Integer::sum);
    String line =
        suspects.isEmpty()
            ? "%s: %s".formatted(type, text)
            : "%s: %s; input %s%s"
                .formatted(
                    type,
                    text,
                    suspects.get(0),
                    suspects.size() == 1 ? "" : " or one of " + (suspects.size() - 1) + " others");
    if (printed++ < MAX_PRINTED) {
      console.say("  ! " + line);
    }
    String indexes =
        suspects.stream().map(mark -> "" + mark.index()).collect(Collectors.joining(","));
    try {
      Files.writeString(
          file,
          "%s%n    --seed %d --only %s%n".formatted(line, seed, indexes),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  public synchronized int count(FindingType type) {
    return counts.getOrDefault(type, 0);
  }

  public synchronized boolean none() {
    return counts.isEmpty();
  }
}
