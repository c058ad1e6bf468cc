package io.sightings.cli.cluster;

import io.sightings.cluster.LocalCluster;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.broker.BackgroundBroker;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops everything, in a way from which it can go on. */
@Command(
    name = "down",
    description = {
      "Stops the job with a savepoint, from which `up` goes on, and ends all processes.",
      "Topics, results and logs stay in the folder; delete it to start from scratch."
    })
public final class ClusterDownCommand implements Callable<Integer> {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  @Mixin private ClusterFolderOption folder;
  @Spec private CommandSpec spec;

  @Option(
      names = "--now",
      description =
          "Makes no savepoint: the processes end as they are, and `up` goes on from the last"
              + " checkpoint.")
  private boolean now;

  @Override
  public Integer call() {
    Path root = folder.path();
    ClusterManifest record = ClusterManifest.require(root);
    CommandConsole console = CommandConsole.of(spec.commandLine());
    LocalCluster cluster = LocalCluster.in(record.plan(root));
    BackgroundBroker broker = new BackgroundBroker(root, record.kafkaPort());
    try {
      if (!now) {
        stopJob(record, root, cluster, console);
      }
      cluster.close();
      broker.process().stop(STOP_WITHIN);
    } catch (LocalRuntimeException e) {
      throw CommandFailure.environment(
          e.getMessage() + " sightings cluster down --now ends the processes all the same.", e);
    }
    console.say("The cluster is down; sightings cluster up goes on where it was.");
    return ExitCode.OK;
  }

  private static void stopJob(
      ClusterManifest record, Path root, LocalCluster cluster, CommandConsole console) {
    if (cluster.addresses().isEmpty()) {
      return;
    }
    Optional<String> resume = new ClusterJob(cluster, console).stop();
    resume.ifPresent(
        path -> {
          record.resuming(path).write(root);
          console.say("The job has stopped; what it knows is in " + path);
        });
  }
}
