package io.sightings.benchmarks.live;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The ingestor among cameras, day and night made short. */
@Command(
    name = "live",
    mixinStandardHelpOptions = true,
    description = "How the ingestor fares among good and bad cameras, and without Kafka.",
    subcommands = {CamerasCommand.class, ReconnectsCommand.class, KafkaOutageCommand.class})
final class LiveBenchmark {

  private LiveBenchmark() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new LiveBenchmark()).execute(args));
  }
}
