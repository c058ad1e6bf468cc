package io.sightings.cli.cluster;

import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.rest.JobState;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.cluster.rest.RunningJob.CheckpointInfo;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.toolkit.broker.BackgroundBroker;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.TextTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What runs, and how the job is. */
@Command(
    name = "status",
    description = {
      "Shows each process of the cluster, the job's state and its last checkpoint.",
      "Ends with 0 if everything runs, and with 3 if anything does not."
    })
public final class ClusterStatusCommand implements Callable<Integer> {
  @Mixin private ClusterFolderOption folder;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path root = folder.path();
    ClusterManifest record = ClusterManifest.require(root);
    LocalCluster cluster = LocalCluster.in(record.plan(root));
    CommandConsole console = CommandConsole.of(spec.commandLine());
    List<LocalProcess> all = new ArrayList<>();
    all.add(new BackgroundBroker(root, record.kafkaPort()).process());
    all.addAll(cluster.processes());
    boolean processes = tell(all, cluster.leader(), console);
    console.say("");
    return tellJob(record, cluster, console) && processes ? ExitCode.OK : ExitCode.ENVIRONMENT;
  }

  private static boolean tell(
      List<LocalProcess> all, Optional<String> leader, CommandConsole console) {
    TextTable table = new TextTable("PROCESS", "STATE", "PID>", "SINCE", "LOG");
    for (LocalProcess process : all) {
      boolean leads = leader.filter(process.name()::equals).isPresent();
      table.row(
          process.name(),
          process.isAlive() ? leads ? "leads" : "up" : "down",
          process.handle().map(handle -> Long.toString(handle.pid())).orElse(""),
          process.since().map(ClusterStatusCommand::time).orElse(""),
          process.folder().toString());
    }
    table.print(console.out());
    return all.stream().allMatch(LocalProcess::isAlive);
  }

  private static boolean tellJob(
      ClusterManifest record, LocalCluster cluster, CommandConsole console) {
    if (cluster.addresses().isEmpty() || !cluster.rest().ready()) {
      console.say("No job manager answers: sightings cluster up starts what is down.");
      return false;
    }
    try {
      Optional<RunningJob> job = new ClusterJob(cluster, console).current();
      if (job.isEmpty()) {
        console.say("There is no job: sightings cluster up submits it.");
        return false;
      }
      boolean well = tellJob(job.get(), console);
      console.say("Kafka       " + record.bootstrap());
      cluster.addresses().forEach(address -> console.say("Web UI      " + address));
      return well;
    } catch (LocalRuntimeException e) {
      console.say(e.getMessage());
      return false;
    }
  }

  private static boolean tellJob(RunningJob job, CommandConsole console) {
    JobState state = job.state();
    console.say("Job         " + state.id() + " is " + state.state());
    console.say(
        "Since       "
            + time(state.since())
            + ", restored from a checkpoint or savepoint: "
            + job.restored());
    console.say(
        "Checkpoint  "
            + job.lastCheckpoint().map(ClusterStatusCommand::text).orElse("none is complete yet"));
    if (!state.running()) {
      console.say("Last fault  " + job.failure());
    }
    return state.running();
  }

  private static String text(CheckpointInfo checkpoint) {
    long age = Duration.between(checkpoint.at(), Instant.now()).toSeconds();
    return "%d, %d s ago, %d kB in %d ms"
        .formatted(
            checkpoint.id(),
            Math.max(0, age),
            (checkpoint.bytes() + 1023) / 1024,
            checkpoint.took().toMillis());
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
