package io.sightings.cluster;

import io.sightings.process.LocalPorts;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import io.sightings.process.ProcessSpec;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The ZooKeeperProcess in which the job managers elect their leader: the one inside Flink's jars.
 */
final class ZooKeeperProcess {
  static final String NAME = "zookeeper";
  private static final String MAIN = "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer";
  private static final String PORT = "clientPort";

  private final ClusterPlan plan;
  private final ClusterFolder folder;
  private final LocalProcess process;

  ZooKeeperProcess(ClusterPlan plan, ClusterFolder folder) {
    this.plan = plan;
    this.folder = folder;
    this.process = folder.process(NAME);
  }

  LocalProcess process() {
    return process;
  }

  /** Starts it on the port it had before, as others know it by that. */
  void start() {
    try {
      Path config = process.folder().resolve("zoo.cfg");
      Files.createDirectories(folder.zooKeeperData());
      Properties values = values(port().isEmpty() ? Integer.toString(LocalPorts.free()) : port());
      try (Writer writer = Files.newBufferedWriter(config)) {
        values.store(writer, null);
      }
      process.start(
          new ProcessSpec(
              NAME,
              List.of(
                  "-Xmx96m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Dlog.file=" + folder.log(NAME),
                  "-Dlog4j.configurationFile="
                      + folder.conf(NAME, FlinkConfig.empty()).resolve("log4j.properties").toUri()),
              MAIN,
              List.of("--zkConfigFile", config.toString(), "--peerId", "1"),
              plan.files().classPath(),
              Map.of(),
              plan.bound()));
    } catch (IOException e) {
      throw new LocalRuntimeException("ZooKeeper cannot be started: " + e.getMessage(), e);
    }
  }

  private Properties values(String port) {
    Properties values = new Properties();
    values.setProperty(PORT, port);
    values.setProperty("clientPortAddress", "127.0.0.1");
    values.setProperty("dataDir", folder.zooKeeperData().toString());
    values.setProperty("tickTime", "1000");
    values.setProperty("initLimit", "10");
    values.setProperty("syncLimit", "5");
    values.setProperty("admin.enableServer", "false");
    // Every job manager and task manager of this machine comes from one address.
    values.setProperty("maxClientCnxns", "0");
    return values;
  }

  /** host:port for its clients. */
  String quorum() {
    return "127.0.0.1:" + port();
  }

  private String port() {
    Path config = process.folder().resolve("zoo.cfg");
    if (!Files.exists(config)) {
      return "";
    }
    try (Reader reader = Files.newBufferedReader(config)) {
      Properties values = new Properties();
      values.load(reader);
      return values.getProperty(PORT, "");
    } catch (IOException e) {
      throw new LocalRuntimeException(config + " cannot be read: " + e.getMessage(), e);
    }
  }
}
