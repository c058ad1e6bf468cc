package io.sightings.cli.cluster;

import io.sightings.cluster.LocalCluster;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.process.LocalProcess;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.topics.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the task manager again whenever it has died, as every installation does. */
final class TaskManagerSupervisor {
  private static final String TASK_MANAGER = "taskmanager-1";

  private final ClusterUnderTest product;
  private final LocalCluster cluster;
  private int deaths;

  /**
   * @param agent of every task manager that is started from here
   */
  TaskManagerSupervisor(ClusterUnderTest product, Path agent) {
    this.product = product;
    cluster =
        product.cluster(
            Map.of(
                "env.java.opts.taskmanager",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -XX:-CreateCoredumpOnCrash -javaagent:"
                    + agent));
  }

  /** The task manager that runs gives way to one with the agent. */
  void arm() {
    cluster.restart(TASK_MANAGER);
    cluster.up();
    product.settle();
  }

  List<RejectedFrame> untilRejected(RejectReason reason) {
    LocalProcess process = cluster.process(TASK_MANAGER);
    List<RejectedFrame> found = new ArrayList<>();
    try (TopicReader<RejectedFrame> reader =
        TopicReader.fromBeginning(product.broker(), SightingsTopics.REJECTED)) {
      ProcessAwait.until(
          "a frame is rejected as " + reason,
          ClusterUnderTest.PATIENCE,
          () -> {
            if (!process.isAlive()) {
              deaths++;
              cluster.restart(TASK_MANAGER);
            }
            reader.poll(Duration.ofMillis(100)).stream()
                .filter(frame -> frame.reason() == reason)
                .forEach(found::add);
            return !found.isEmpty();
          });
    }
    return found;
  }

  int deaths() {
    return deaths + (cluster.process(TASK_MANAGER).isAlive() ? 0 : 1);
  }
}
