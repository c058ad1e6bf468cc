package io.sightings.benchmarks.azure;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The job asks a stand-in for the service, over real HTTP. */
@Command(
    name = "azure",
    mixinStandardHelpOptions = true,
    description = "What the job asks an identification service, under load and in a storm.",
    subcommands = {AzureLoadCommand.class, AzureStormCommand.class})
final class AzureBenchmark {

  private AzureBenchmark() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new AzureBenchmark()).execute(args));
  }
}
