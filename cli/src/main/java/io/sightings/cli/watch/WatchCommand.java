package io.sightings.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.cli.console.InterruptHandler;
import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.contract.Sighting;
import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.scene.SightingFormatter;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.common.errors.WakeupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tails the sightings topic: one line per revision. */
@Command(
    name = "watch",
    description = "Shows sightings as they happen, one line per revision, until Ctrl-C.")
public final class WatchCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;
  @Spec private CommandSpec spec;

  @Option(
      names = "--from-beginning",
      description = "Starts with the oldest sighting there is, not with the next one.")
  private boolean fromBeginning;

  @Option(
      names = "--exit-at-end",
      description = "Ends when everything that is there now was shown; for scripts.")
  private boolean exitAtEnd;

  @Option(names = "--json", description = "Shows each revision whole, as one line of JSON.")
  private boolean json;

  @Option(names = "--open", description = "Only visits that go on.")
  private boolean open;

  @Option(names = "--closed", description = "Only visits that are over.")
  private boolean closed;

  @Option(
      names = "--person",
      paramLabel = "TEXT",
      description = "Only people with this in their name or id.")
  private String person;

  @Option(names = "--source", paramLabel = "ID", description = "Only this source.")
  private String source;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SightingFilter filter = SightingFilter.of(open, closed, person, source);
    SightingRowFormatter rows = new SightingRowFormatter();
    Function<Sighting, String> line = json ? s -> new String(Json.write(s), UTF_8) : rows::line;
    KafkaAccess broker = kafka.broker();
    try (TopicReader<Sighting> reader =
            fromBeginning
                ? TopicReader.fromBeginning(broker, SightingsTopics.SIGHTINGS)
                : TopicReader.fromEnd(broker, SightingsTopics.SIGHTINGS);
        InterruptHandler interruption = InterruptHandler.handledBy(reader::wakeup)) {
      if (!json) {
        out.println(rows.head());
      }
      do {
        reader.poll(Duration.ofMillis(500)).stream().filter(filter).map(line).forEach(out::println);
        out.flush();
      } while (!out.checkError() && !interruption.happened() && !(exitAtEnd && reader.atEnd()));
    } catch (WakeupException e) {
      // Ctrl-C is how watching ends.
      return ExitCode.OK;
    }
    return ExitCode.OK;
  }

  /** One revision as a row. The widths are fixed: a stream has no widest cell. */
  private static final class SightingRowFormatter {
    private static final String FORMAT = "%-19s  %-6s  %-24s  %-24s  %10s  %6s  %10s";

    String head() {
      return String.format(
          Locale.ROOT,
          FORMAT,
          "LAST SEEN",
          "STATUS",
          "WHO",
          "WHERE",
          "FOR",
          "FRAMES",
          "SIMILARITY");
    }

    String line(Sighting sighting) {
      return String.format(
          Locale.ROOT,
          FORMAT,
          SightingFormatter.time(sighting.lastSeen()),
          sighting.status().name().toLowerCase(Locale.ROOT),
          SightingFormatter.who(sighting),
          SightingFormatter.where(sighting),
          SightingFormatter.duration(sighting),
          sighting.frames(),
          SightingFormatter.similarity(sighting));
    }
  }
}
