package io.sightings.cli.cluster;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sightings.cluster.ClusterPlan;
import io.sightings.cluster.FlinkDistribution;
import io.sightings.contract.file.PrivateFiles;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.IoErrorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * What one command remembers for the next: {@code cluster.json} in the cluster's folder.
 *
 * @param kafkaPort of the broker
 * @param uiPort of the first job manager; 0 for any
 * @param metricsPort of the first job manager's metrics; 0 for none
 * @param config the job's settings file
 * @param resume the savepoint or checkpoint the job goes on from; empty to begin
 */
record ClusterManifest(
    int kafkaPort,
    int uiPort,
    int metricsPort,
    int jobManagers,
    int taskManagers,
    String config,
    String resume) {
  private static final String FILE = "cluster.json";
  private static final int KAFKA_PORT = 9092;
  private static final int UI_PORT = 8081;
  private static final int METRICS_PORT = 9249;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** For a folder in which none has been started. */
  static ClusterManifest first() {
    Path config = Path.of(System.getProperty("sightings.home", "."), "conf/job.yaml");
    return new ClusterManifest(
        KAFKA_PORT, UI_PORT, METRICS_PORT, 1, 2, config.toAbsolutePath().toString(), "");
  }

  /**
   * @return empty where no cluster has been started
   */
  static Optional<ClusterManifest> read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), ClusterManifest.class));
    } catch (JacksonException e) {
      throw CommandFailure.environment(file + " is damaged: " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw CommandFailure.environment(IoErrorText.sentence(e), e);
    }
  }

  /** The cluster of a folder, which has been started before. */
  static ClusterManifest require(Path folder) {
    return read(folder)
        .orElseThrow(
            () ->
                CommandFailure.environment(
                    "No cluster has been started in "
                        + folder
                        + ": start one with sightings cluster up, or name its folder with --dir.",
                    null));
  }

  void write(Path folder) {
    try {
      PrivateFiles.createFolder(folder);
      Path next = folder.resolve(FILE + ".new");
      PrivateFiles.write(next, JSON.writeValueAsBytes(this));
      Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw CommandFailure.environment(
          "--dir " + folder + " cannot be written to: " + IoErrorText.sentence(e), e);
    }
  }

  ClusterManifest resuming(String from) {
    return new ClusterManifest(
        kafkaPort, uiPort, metricsPort, jobManagers, taskManagers, config, from);
  }

  boolean samePorts(ClusterManifest other) {
    return kafkaPort == other.kafkaPort
        && uiPort == other.uiPort
        && metricsPort == other.metricsPort;
  }

  /** Whether another has all the processes of this one. */
  boolean fitsInto(ClusterManifest other) {
    return jobManagers <= other.jobManagers && taskManagers <= other.taskManagers;
  }

  String bootstrap() {
    return "127.0.0.1:" + kafkaPort;
  }

  /** What there is, for those who only look, stop or submit. */
  ClusterPlan plan(Path folder) {
    return plan(folder, false);
  }

  /**
   * @param bound whether what is started ends with this process
   */
  ClusterPlan plan(Path folder, boolean bound) {
    return new ClusterPlan(
        folder,
        FlinkDistribution.ofProject(),
        jobManagers,
        taskManagers,
        uiPort,
        metricsPort,
        Map.of(),
        bound);
  }
}
