package io.sightings.cluster.rest;

import java.nio.file.Path;
import java.util.List;

/**
 * @param jar to be submitted
 * @param arguments of its main class
 * @param parallelism of all stages that do not say theirs; 0 for the cluster's default
 * @param savepoint a savepoint or checkpoint to go on from; empty to begin
 */
public record Submission(Path jar, List<String> arguments, int parallelism, String savepoint) {

  public Submission {
    arguments = List.copyOf(arguments);
  }

  public static Submission of(Path jar, List<String> arguments) {
    return new Submission(jar, arguments, 0, "");
  }

  public Submission withParallelism(int other) {
    return new Submission(jar, arguments, other, savepoint);
  }

  /** Going on from where a job was stopped. */
  public Submission from(String other) {
    return new Submission(jar, arguments, parallelism, other);
  }
}
