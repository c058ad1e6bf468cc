package io.sightings.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

/** The documented settings, with what is different on one machine. */
final class FlinkConfigBuilder {
  private static final String HOST = "127.0.0.1";

  private final ClusterPlan plan;
  private final ClusterFolder folder;
  private final String quorum;

  FlinkConfigBuilder(ClusterPlan plan, ClusterFolder folder, String quorum) {
    this.plan = plan;
    this.folder = folder;
    this.quorum = quorum;
  }

  /**
   * @param index of the job manager, from 1
   */
  FlinkConfig jobManager(int index) {
    Map<String, String> own = new LinkedHashMap<>();
    String port = Integer.toString(plan.uiPort() == 0 ? 0 : plan.uiPort() + index - 1);
    own.put("rest.bind-port", port);
    own.put("rest.port", port);
    own.put("web.access-control-allow-origin", "http://" + HOST + ":" + port);
    // The command line submits through the web submission, which production has switched off.
    own.put("web.submit.enable", "true");
    metrics(own, index - 1);
    return shared().with(own);
  }

  /**
   * @param index of the task manager, from 1
   */
  FlinkConfig taskManager(int index, String name, FlinkMemoryLayout memory) {
    Map<String, String> own = new LinkedHashMap<>(memory.settings());
    own.put("taskmanager.resource-id", name);
    metrics(own, plan.jobManagers() + index - 1);
    return shared().with(own);
  }

  private void metrics(Map<String, String> own, int offset) {
    if (plan.metricsPort() == 0) {
      // Flink starts every reporter that has a factory where no list of reporters is set.
      own.put("metrics.reporters", "");
      own.put("metrics.reporter.prom.factory.class", "");
      own.put("metrics.reporter.prom.port", "");
    } else {
      own.put("metrics.reporter.prom.port", Integer.toString(plan.metricsPort() + offset));
    }
  }

  FlinkConfig shared() {
    Map<String, String> local = new LinkedHashMap<>();
    local.put("jobmanager.rpc.address", HOST);
    local.put("jobmanager.bind-host", HOST);
    local.put("taskmanager.host", HOST);
    local.put("taskmanager.bind-host", HOST);
    local.put("rest.address", HOST);
    local.put("rest.bind-address", HOST);
    local.put("high-availability.zookeeper.quorum", quorum);
    local.put("high-availability.storageDir", folder.highAvailability().toUri().toString());
    local.put("execution.checkpointing.dir", folder.checkpoints().toUri().toString());
    local.put("execution.checkpointing.savepoint-dir", folder.savepoints().toUri().toString());
    local.put("io.tmp.dirs", folder.temporary().toString());
    local.put("web.upload.dir", folder.temporary().resolve("jars").toString());
    // Smaller than in production, so that some fit beside each other.
    local.put("jobmanager.memory.process.size", "832m");
    local.put("taskmanager.memory.process.size", "1536m");
    local.put("taskmanager.memory.task.off-heap.size", "320m");
    FlinkConfig documented = FlinkConfig.read(plan.files().config());
    local.put(
        "env.java.opts.all", documented.get("env.java.opts.all").strip() + " -XX:+UseSerialGC");
    // It coordinates: quick to start counts for more than quick in the long run.
    local.put("env.java.opts.jobmanager", "-XX:TieredStopAtLevel=1");
    return documented.with(local).with(plan.settings());
  }
}
