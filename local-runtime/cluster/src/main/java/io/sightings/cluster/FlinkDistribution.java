package io.sightings.cluster;

import io.sightings.process.LocalRuntimeException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a cluster on this machine is made of, as the build lays it out.
 *
 * @param flink Flink's own jars: a distribution's lib folder
 * @param natives the job's native libraries, which belong into that folder too
 * @param job the jar that is submitted
 * @param config the documented {@code config.yaml}
 */
public record FlinkDistribution(Path flink, Path natives, Path job, Path config) {
  private static final String HOME = "sightings.home";

  /**
   * Those of the project in the folder that the system property {@code sightings.home} names.
   *
   * @throws LocalRuntimeException if one of them is missing
   */
  public static FlinkDistribution ofProject() {
    String home = System.getProperty(HOME);
    if (home == null) {
      throw new LocalRuntimeException("Say where the project is with -D" + HOME + "=FOLDER.");
    }
    return in(Path.of(home).toAbsolutePath());
  }

  static FlinkDistribution in(Path home) {
    FlinkDistribution files =
        new FlinkDistribution(
            home.resolve("local-runtime/cluster/target/flink"),
            home.resolve("job/target/lib"),
            home.resolve("job/target/sightings-job.jar"),
            home.resolve("conf/flink/config.yaml"));
    for (Path needed : new Path[] {files.flink(), files.natives(), files.job(), files.config()}) {
      if (!Files.exists(needed)) {
        throw new LocalRuntimeException(
            needed + " is missing: build the project first (mvn package).");
      }
    }
    return files;
  }

  String classPath() {
    return flink.resolve("*") + File.pathSeparator + natives.resolve("*");
  }
}
