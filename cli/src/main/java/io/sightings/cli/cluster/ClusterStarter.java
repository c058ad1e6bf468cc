package io.sightings.cli.cluster;

import io.sightings.cluster.FlinkConfig;
import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.rest.JobSubmission;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.job.settings.KafkaSettings.TopicNames;
import io.sightings.kafka.TopicPlan;
import io.sightings.process.LocalPorts;
import io.sightings.process.LocalProcess;
import io.sightings.toolkit.broker.BackgroundBroker;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicCreator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings a cluster into its intended state, from any partial state. */
final class ClusterStarter {
  private final CommandConsole console;
  private final Path folder;
  private final ClusterManifest wanted;
  private final boolean bound;
  private final BackgroundBroker broker;
  private final LocalCluster cluster;

  /**
   * @param bound whether what is started ends with this process
   */
  ClusterStarter(CommandConsole console, Path folder, ClusterManifest wanted, boolean bound) {
    this.console = console;
    this.folder = folder;
    this.wanted = wanted;
    this.bound = bound;
    this.broker = new BackgroundBroker(folder, wanted.kafkaPort());
    this.cluster = LocalCluster.in(wanted.plan(folder, bound));
  }

  void run(JobArguments job, int parallelism, int partitions) {
    refuseChanges();
    requireSlots(parallelism);
    requirePorts();
    wanted.write(folder);
    console.say("Folder     " + folder);
    broker.up(bound);
    TopicCreator.create(new KafkaAccess(wanted.bootstrap()), topics(job, partitions));
    console.say("Kafka      " + wanted.bootstrap());
    List<String> started = cluster.up();
    console.say(
        "Flink      "
            + wanted.jobManagers()
            + " job and "
            + wanted.taskManagers()
            + " task managers, "
            + (started.isEmpty()
                ? "which ran already"
                : "started now: " + String.join(", ", started)));
    cluster.addresses().forEach(address -> console.say("Web UI     " + address));
    submitUnlessThere(job, parallelism);
    tellWhatToDo(job);
  }

  private void submitUnlessThere(JobArguments job, int parallelism) {
    ClusterJob jobs = new ClusterJob(cluster, console);
    Optional<RunningJob> there = jobs.current();
    if (there.isPresent()) {
      console.say("Job        " + there.get().id() + ", which runs already with its own settings");
      return;
    }
    String resume = wanted.resume().isEmpty() ? jobs.lastEnd().orElse("") : wanted.resume();
    JobSubmission submission =
        JobSubmission.of(wanted.plan(folder).files().job(), job.arguments())
            .withParallelism(parallelism)
            .from(resume);
    RunningJob submitted = jobs.submit(submission);
    // From here on its own checkpoints count, which the cluster finds by itself.
    wanted.resuming("").write(folder);
    console.say(
        "Job        " + submitted.id() + (resume.isEmpty() ? "" : ", going on from " + resume));
  }

  private void tellWhatToDo(JobArguments job) {
    console.say("Sightings  " + job.settings().files().path());
    console.say("");
    console.say("Enrol      sightings enrol DIR --bootstrap " + wanted.bootstrap());
    console.say("Ingest     sightings ingest INPUT --bootstrap " + wanted.bootstrap());
    console.say("Watch      sightings watch --bootstrap " + wanted.bootstrap());
    console.say("Look       sightings cluster status");
    console.say("Stop       sightings cluster down");
  }

  private static List<TopicPlan> topics(JobArguments job, int partitions) {
    TopicNames names = job.settings().kafka().topics();
    return List.of(
        TopicPlan.images(names.frames(), partitions),
        TopicPlan.rejected(names.rejected(), partitions),
        TopicPlan.of(names.sightings(), partitions),
        TopicPlan.of(names.alerts(), partitions),
        TopicPlan.compacted(names.people(), 1),
        TopicPlan.shortCompacted(names.attempts()));
  }

  /** What runs keeps the ports it was started with, and is not forgotten. */
  private void refuseChanges() {
    ClusterManifest.read(folder)
        .filter(
            before -> anyAlive(before) && !(before.samePorts(wanted) && before.fitsInto(wanted)))
        .ifPresent(
            before -> {
              throw CommandFailure.usage(
                  "The cluster is running with other ports, or with more processes: stop it first"
                      + " with sightings cluster down.");
            });
  }

  private boolean anyAlive(ClusterManifest before) {
    return broker.process().isAlive()
        || LocalCluster.in(before.plan(folder)).processes().stream()
            .anyMatch(LocalProcess::isAlive);
  }

  private void requirePorts() {
    if (!broker.process().isAlive()) {
      requireFree("--kafka-port", wanted.kafkaPort());
    }
    for (int i = 0; wanted.uiPort() != 0 && i < wanted.jobManagers(); i++) {
      if (!cluster.process("jobmanager-" + (i + 1)).isAlive()) {
        requireFree("--ui-port", wanted.uiPort() + i);
      }
    }
  }

  private void requireSlots(int parallelism) {
    String slots =
        FlinkConfig.read(wanted.plan(folder).files().config()).get("taskmanager.numberOfTaskSlots");
    int all = Integer.parseInt(slots) * wanted.taskManagers();
    if (parallelism > all) {
      throw CommandFailure.usage(
          "--parallelism "
              + parallelism
              + ": "
              + wanted.taskManagers()
              + " task managers have "
              + all
              + " slots; start more with --task-managers.");
    }
  }

  private static void requireFree(String option, int port) {
    if (!LocalPorts.isFree(port)) {
      throw CommandFailure.environment(
          "The port " + port + " is taken by another process: choose another with " + option + ".",
          null);
    }
  }
}
