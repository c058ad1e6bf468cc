package io.sightings.cli.cluster;

import picocli.CommandLine.Command;

/** Kafka, ZooKeeper and Flink in the background, with the job on them. */
@Command(
    name = "cluster",
    description = {
      "Runs Kafka, ZooKeeper, Flink's job managers and task managers and the job on this machine,"
          + " as processes that go on when the command has ended.",
      "It is the topology of a real cluster, with high availability: nothing is lost when a process dies."
    },
    subcommands = {ClusterUpCommand.class, ClusterStatusCommand.class, ClusterDownCommand.class})
public final class ClusterCommand {}
