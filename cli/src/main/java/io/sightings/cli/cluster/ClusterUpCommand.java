package io.sightings.cli.cluster;

import io.sightings.process.LocalPorts;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts what is not running. */
@Command(
    name = "up",
    description = {
      "Starts a Kafka broker, ZooKeeper, job managers and task managers in the background, and"
          + " submits the job; it goes on where it was stopped.",
      "What runs already is left alone, so that `up` again starts again what has died."
    })
public final class ClusterUpCommand implements Callable<Integer> {
  @Mixin private ClusterFolderOption folder;
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The job's settings; default is the file of the last time, at first conf/job.yaml of the"
              + " project.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of the job that wins over the file, such as sighting.gap=10s; not remembered"
              + " for the next time.")
  private List<String> overrides = List.of();

  @Option(
      names = "--job-managers",
      paramLabel = "N",
      description = "Of which one leads and the others stand by; default 1.")
  private Integer jobManagers;

  @Option(
      names = "--task-managers",
      paramLabel = "N",
      description = "Each with two slots, between which the job is spread; default 2.")
  private Integer taskManagers;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How many instances of each stage the job gets when it is submitted; default"
              + " ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Of topics that are created; default ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(names = "--kafka-port", paramLabel = "PORT", description = "Default 9092; 0 for any.")
  private Integer kafkaPort;

  @Option(
      names = "--ui-port",
      paramLabel = "PORT",
      description =
          "Of the first job manager's web UI, the next ones for others; default 8081;"
              + " 0 for any.")
  private Integer uiPort;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Where Prometheus reads the first process, the next ones others; default 9249; 0 for"
              + " nowhere.")
  private Integer metricsPort;

  @Option(
      names = "--bound",
      hidden = true,
      description = "Ends what is started with this process: tests leave nothing behind.")
  private boolean bound;

  @Override
  public Integer call() {
    positive("--job-managers", jobManagers);
    positive("--task-managers", taskManagers);
    positive("--parallelism", parallelism);
    positive("--partitions", partitions);
    ClusterManifest wanted =
        wanted(ClusterManifest.read(folder.path()).orElseGet(ClusterManifest::first));
    JobArguments job =
        JobArguments.of(
            Path.of(wanted.config()),
            overrides,
            wanted.bootstrap(),
            folder.path().resolve("sightings"));
    try {
      new ClusterStarter(CommandConsole.of(spec.commandLine()), folder.path(), wanted, bound)
          .run(job, parallelism, partitions);
      return ExitCode.OK;
    } catch (LocalRuntimeException e) {
      throw CommandFailure.environment(e.getMessage(), e);
    }
  }

  /** As before, but for what the command line says. */
  private ClusterManifest wanted(ClusterManifest before) {
    return new ClusterManifest(
        kafkaPort != null && kafkaPort == 0 ? LocalPorts.free() : or(kafkaPort, before.kafkaPort()),
        or(uiPort, before.uiPort()),
        or(metricsPort, before.metricsPort()),
        or(jobManagers, before.jobManagers()),
        or(taskManagers, before.taskManagers()),
        config == null ? before.config() : config.toAbsolutePath().normalize().toString(),
        before.resume());
  }

  private static int or(Integer said, int otherwise) {
    return said == null ? otherwise : said;
  }

  private static void positive(String option, Integer value) {
    if (value != null && value < 1) {
      throw CommandFailure.usage(option + " " + value + ": expected 1 or more.");
    }
  }
}
