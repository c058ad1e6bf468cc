package io.sightings.cluster;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Map;

/**
 * A cluster as it should be.
 *
 * @param folder of all processes, checkpoints and logs; what it holds from an earlier run is there
 *     again
 * @param files what it is made of
 * @param jobManagers of which one leads; 1 or more
 * @param taskManagers that work; 1 or more
 * @param uiPort of the web UI of the first job manager, the next ones for others; 0 for any
 * @param metricsPort for Prometheus at the first process, the next ones for others; 0 for none
 * @param settings Flink's settings that differ from the documented ones
 * @param bound whether it ends with this process
 */
@RecordBuilder
public record ClusterPlan(
    Path folder,
    FlinkDistribution files,
    int jobManagers,
    int taskManagers,
    int uiPort,
    int metricsPort,
    Map<String, String> settings,
    boolean bound)
    implements ClusterPlanBuilder.With {

  public ClusterPlan {
    folder = folder.toAbsolutePath().normalize();
    settings = Map.copyOf(settings);
    if (jobManagers < 1 || taskManagers < 1) {
      throw new IllegalArgumentException("a cluster has one job manager and one task manager");
    }
  }

  /** For tests: on any ports, without metrics, and it ends with this process. */
  public static ClusterPlan forTest(Path folder, int jobManagers, int taskManagers) {
    return new ClusterPlan(
        folder, FlinkDistribution.ofProject(), jobManagers, taskManagers, 0, 0, Map.of(), true);
  }
}
