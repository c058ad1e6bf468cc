package io.sightings.faults.fault;

import io.sightings.cluster.LocalCluster;
import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
import io.sightings.process.LocalProcess;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.broker.BackgroundBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A process of the product is killed or paused, or the job is rescaled.
 *
 * @param number from 1; chooses among several processes of the kind
 */
public record ProcessFault(FaultKind what, int number, Duration lasts) implements InjectedFault {

  @Override
  public String kind() {
    return what.text();
  }

  @Override
  public Mending strike(LocalProduct product) throws IOException {
    LocalCluster cluster = product.cluster();
    BackgroundBroker broker = product.brokerProcess();
    return switch (what) {
      case KILL_TASK_MANAGER -> kill(cluster, busyTaskManager(product));
      case KILL_LEADER -> kill(cluster, leader(cluster));
      case KILL_BROKER -> kill(broker.process(), () -> broker.up(true));
      case KILL_INGESTOR -> {
        KillableIngestor ingestor = product.ingestors().get(number - 1);
        yield kill(ingestor.process(), ingestor::start);
      }
      case PAUSE_TASK_MANAGER -> pause(cluster.process(busyTaskManager(product)));
      case PAUSE_LEADER -> pause(cluster.process(leader(cluster)));
      case PAUSE_BROKER -> pause(broker.process());
      case RESCALE -> {
        product.rescale(product.parallelism() == 1 ? 2 : 1);
        yield () -> {};
      }
    };
  }

  private static Mending kill(LocalCluster cluster, String name) {
    return kill(cluster.process(name), () -> cluster.restart(name));
  }

  private static Mending kill(LocalProcess process, Mending restart) {
    process.kill();
    return restart;
  }

  private static Mending pause(LocalProcess process) {
    process.pause();
    return () -> {
      // Another fault may have ended the process meanwhile.
      if (process.isAlive()) {
        process.resume();
      }
    };
  }

  /** The loss of a task manager without tasks would have no effect. */
  private String busyTaskManager(LocalProduct product) {
    List<String> names =
        product.job().vertices().taskManagers().stream()
            .filter(name -> product.cluster().isKnown(name))
            .toList();
    return names.isEmpty() ? "taskmanager-1" : names.get(number % names.size());
  }

  private static String leader(LocalCluster cluster) {
    ProcessAwait.until(
        "a job manager leads", LocalProduct.PATIENCE, () -> cluster.leader().isPresent());
    return cluster.leader().orElseThrow();
  }
}
