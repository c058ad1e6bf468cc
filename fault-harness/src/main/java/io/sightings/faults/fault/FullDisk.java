package io.sightings.faults.fault;

import io.sightings.cluster.ClusterException;
import io.sightings.faults.product.DiskPlace;
import io.sightings.faults.product.Ingestor;
import io.sightings.faults.product.Product;
import io.sightings.faults.product.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A disk has no byte left, for a while. What ends itself meanwhile is started again when there is
 * space, as a supervisor does.
 *
 * @param disk of that place
 * @param say is told how the product is just before there is space again
 */
public record FullDisk(DiskPlace place, SmallDisk disk, Duration lasts, Consumer<String> say)
    implements Fault {

  @Override
  public String kind() {
    return "full disk: " + place;
  }

  @Override
  public Mending strike(Product product) {
    disk.fill();
    return () -> {
      say.accept("       " + seen(product));
      try {
        disk.free();
      } catch (IOException e) {
        throw new UncheckedIOException("the disk cannot be freed", e);
      }
      product.brokerProcess().up(true);
      product.ingestors().stream()
          .filter(ingestor -> !ingestor.process().isAlive())
          .forEach(Ingestor::start);
    };
  }

  private static String seen(Product product) {
    return "broker %s; job %s; ingestors %s"
        .formatted(
            product.brokerProcess().process().isAlive() ? "alive" : "has ended itself",
            job(product),
            product.ingestors().stream().map(FullDisk::state).collect(Collectors.joining(", ")));
  }

  private static String job(Product product) {
    try {
      return product.job().state().state() + ", restored " + product.job().restored() + " times";
    } catch (ClusterException e) {
      return "unknown";
    }
  }

  private static String state(Ingestor ingestor) {
    if (!ingestor.process().isAlive()) {
      return "ended";
    }
    return ingestor.isReady() ? "ready" : "not ready";
  }
}
