package io.sightings.cli.ingest;

import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.toolkit.console.CommandConsole;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what sources do: a line whenever one does something else, and a sum now and then. */
public final class SourceStatusPrinter {
  private final CommandConsole console;
  private final long everyNanos;
  private final Map<String, SourceStatus> told = new HashMap<>();
  private long lastSum = Long.MIN_VALUE;
  private long published;

  /**
   * @param every between two sums
   */
  public SourceStatusPrinter(CommandConsole console, Duration every) {
    this.console = console;
    this.everyNanos = every.toNanos();
  }

  /**
   * @param now of any clock, in nanoseconds
   */
  public void look(List<SourceStatus> sources, long now) {
    Set<String> present = new HashSet<>();
    for (SourceStatus source : sources) {
      present.add(source.id());
      SourceStatus before = told.put(source.id(), source);
      if (before == null || hasNews(before, source)) {
        tell(source);
      }
    }
    told.keySet().retainAll(present);
    if (lastSum == Long.MIN_VALUE) {
      lastSum = now;
    } else if (now - lastSum >= everyNanos) {
      console.say(sum(sources, (now - lastSum) / 1e9));
      lastSum = now;
    }
  }

  private static boolean hasNews(SourceStatus before, SourceStatus now) {
    return before.state() != now.state()
        || before.rejected() != now.rejected()
        || (now.state() == SourceState.STREAMING && before.clock() != now.clock());
  }

  private void tell(SourceStatus source) {
    switch (source.state()) {
      case FAILED -> console.complain(source.id() + ": failed for good: " + source.lastError());
      case QUARANTINED -> console.complain(source.id() + ": left out: " + source.lastError());
      case WAITING, STALLED -> console.say(line(source) + reason(source));
      case STREAMING -> console.say(line(source) + picture(source));
      case IDLE, READING, DONE ->
          console.say(line(source) + (source.rejected() > 0 ? reason(source) : ""));
      case CONNECTING -> {
        // What comes of it is told soon enough.
      }
    }
  }

  private static String line(SourceStatus source) {
    return source.id() + ": " + word(source.state());
  }

  private static String reason(SourceStatus source) {
    return source.lastError() == null ? "" : ": " + source.lastError();
  }

  private static String picture(SourceStatus source) {
    String shown = source.picture() == null ? "" : ", " + source.picture();
    return source.clock() == null ? shown : shown + ", times by " + word(source.clock());
  }

  static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private String sum(List<SourceStatus> sources, double seconds) {
    Map<SourceState, Long> states =
        sources.stream().collect(Collectors.groupingBy(SourceStatus::state, Collectors.counting()));
    String doing =
        states.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
            .collect(Collectors.joining(", "));
    long sent = sources.stream().mapToLong(SourceStatus::published).sum();
    long dropped = sources.stream().mapToLong(SourceStatus::dropped).sum();
    String line =
        String.format(
            Locale.ROOT,
            "%d source%s: %s; %.1f frames/s published, %d in all, %d dropped",
            sources.size(),
            sources.size() == 1 ? "" : "s",
            doing,
            (sent - published) / seconds,
            sent,
            dropped);
    published = sent;
    return line;
  }
}
