package io.sightings.cluster;

import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where everything of a cluster is: a folder for each process, and one for each kind of data. */
record ClusterFolder(Path root) {

  LocalProcess process(String name) {
    return new LocalProcess(name, root.resolve(name));
  }

  Path checkpoints() {
    return root.resolve("checkpoints");
  }

  Path savepoints() {
    return root.resolve("savepoints");
  }

  Path highAvailability() {
    return root.resolve("ha");
  }

  Path zooKeeperData() {
    return root.resolve("zookeeper/data");
  }

  /** Temporary files and uploaded jars. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /** Writes the settings of one process. */
  Path conf(String process, FlinkConfig config) {
    try {
      Path conf = Files.createDirectories(root.resolve(process).resolve("conf"));
      config.write(conf.resolve("config.yaml"));
      try (InputStream log = ClusterFolder.class.getResourceAsStream("log4j.properties")) {
        Files.copy(log, conf.resolve("log4j.properties"), StandardCopyOption.REPLACE_EXISTING);
      }
      return conf;
    } catch (IOException e) {
      throw new LocalRuntimeException(
          "The settings of " + process + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** What Flink's logging writes in this life of a process. */
  Path log(String process) {
    return root.resolve(process).resolve("flink.log");
  }

  /** What is in the log is of this life, then: who leads is read from it. */
  void putOldLogAside(String process) {
    try {
      if (Files.exists(log(process))) {
        Files.move(
            log(process),
            log(process).resolveSibling("flink.old.log"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new LocalRuntimeException(log(process) + " cannot be put aside: " + e.getMessage(), e);
    }
  }
}
