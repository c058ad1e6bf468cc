package io.sightings.cli.topics;

import io.sightings.cli.kafka.KafkaOptions;
import io.sightings.kafka.TopicPlan;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.TextTable;
import io.sightings.toolkit.topics.KafkaAccess;
import io.sightings.toolkit.topics.TopicCreator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a cluster needs before the job is submitted. */
@Command(
    name = "topics",
    description = {
      "Creates the topics of the job that are missing, with the settings they need.",
      "Topics that are there stay as they are."
    })
public final class TopicsCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;
  @Spec private CommandSpec spec;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "Of each new topic but people; as many instances of the job can share the work."
              + " Default ${DEFAULT-VALUE}.")
  private int partitions;

  @Override
  public Integer call() {
    if (partitions < 1) {
      throw CommandFailure.usage("--partitions " + partitions + ": expected 1 or more.");
    }
    KafkaAccess broker = kafka.broker();
    List<TopicPlan> plans = TopicPlan.all(partitions);
    Set<String> created = TopicCreator.create(broker, plans);
    TextTable table = new TextTable("TOPIC", "STATE");
    plans.forEach(
        plan -> table.row(plan.name(), created.contains(plan.name()) ? "created" : "was there"));
    table.print(spec.commandLine().getOut());
    return ExitCode.OK;
  }
}
