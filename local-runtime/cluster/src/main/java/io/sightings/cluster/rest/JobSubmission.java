package io.sightings.cluster.rest;

import java.nio.file.Path;
import java.util.List;

/**
 * @param jar to be submitted
 * @param arguments of its main class
 * @param parallelism of all stages that do not say theirs; 0 for the cluster's default
 * @param savepoint a savepoint or checkpoint to go on from; empty to begin
 */
public record JobSubmission(Path jar, List<String> arguments, int parallelism, String savepoint) {

  public JobSubmission {
    arguments = List.copyOf(arguments);
  }

  public static JobSubmission of(Path jar, List<String> arguments) {
    return new JobSubmission(jar, arguments, 0, "");
  }

  public JobSubmission withParallelism(int other) {
    return new JobSubmission(jar, arguments, other, savepoint);
  }

  /** Going on from where a job was stopped. */
  public JobSubmission from(String other) {
    return new JobSubmission(jar, arguments, parallelism, other);
  }
}
