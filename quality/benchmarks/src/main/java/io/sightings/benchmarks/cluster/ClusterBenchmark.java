package io.sightings.benchmarks.cluster;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The job as it is submitted, on Flink's own processes. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description = "The job on a cluster of processes on this machine.",
    subcommands = {SubmissionsCommand.class, ScaleCommand.class})
final class ClusterBenchmark {

  private ClusterBenchmark() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new ClusterBenchmark()).execute(args));
  }
}
