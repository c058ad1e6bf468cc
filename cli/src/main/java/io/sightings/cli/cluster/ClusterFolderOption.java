package io.sightings.cli.cluster;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which cluster a command is about. */
final class ClusterFolderOption {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "${env:SIGHTINGS_CLUSTER:-sightings-cluster}",
      description =
          "Where the cluster keeps its topics, checkpoints, logs and results; default is"
              + " $SIGHTINGS_CLUSTER, else ./sightings-cluster.")
  private Path dir;

  Path path() {
    return dir.toAbsolutePath().normalize();
  }
}
