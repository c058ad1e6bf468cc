package io.sightings.faults.fault;

import io.sightings.faults.product.KillableIngestor;
import io.sightings.faults.product.LocalProduct;
import io.sightings.faults.product.SmallDisk;
import io.sightings.faults.product.SmallDisks.DiskPlace;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A disk has no byte left, for a while. What ends itself meanwhile is started again when there is
 * space, as a supervisor does.
 *
 * @param disk of that place
 * @param video is uploaded while the disk of the state is full, and again when there is space
 * @param uploads the source it is uploaded to
 * @param say is told how the product is just before there is space again
 */
public record FullDiskFault(
    DiskPlace place,
    SmallDisk disk,
    Duration lasts,
    Path video,
    Supplier<String> uploads,
    Consumer<String> say)
    implements InjectedFault {

  @Override
  public String kind() {
    return "full disk: " + place;
  }

  @Override
  public Mending strike(LocalProduct product) {
    String source = place == DiskPlace.STATE ? uploads.get() : "";
    disk.fill();
    return () -> {
      if (!source.isEmpty()) {
        say.accept("       upload while full: HTTP " + upload(product, source));
      }
      say.accept("       " + seen(product));
      try {
        disk.free();
      } catch (IOException e) {
        throw new UncheckedIOException("the disk cannot be freed", e);
      }
      product.brokerProcess().up(true);
      product.ingestors().stream()
          .filter(ingestor -> !ingestor.process().isAlive())
          .forEach(KillableIngestor::start);
      if (!source.isEmpty()) {
        say.accept(
            "       upload when there is space: HTTP %d, once more: HTTP %d"
                .formatted(upload(product, source), upload(product, source)));
      }
    };
  }

  private int upload(LocalProduct product, String source) {
    return product.ingestors().get(0).upload(source, video);
  }

  private static String seen(LocalProduct product) {
    return "broker %s; job %s; ingestors %s"
        .formatted(
            product.brokerProcess().process().isAlive() ? "alive" : "has ended itself",
            job(product),
            product.ingestors().stream()
                .map(FullDiskFault::state)
                .collect(Collectors.joining(", ")));
  }

  private static String job(LocalProduct product) {
    try {
      return product.job().state().state() + ", restored " + product.job().restored() + " times";
    } catch (LocalRuntimeException e) {
      return "unknown";
    }
  }

  private static String state(KillableIngestor ingestor) {
    if (!ingestor.process().isAlive()) {
      return "ended";
    }
    String error = ingestor.lastError();
    return (ingestor.isReady() ? "ready" : "not ready")
        + (error.isEmpty() ? "" : " (" + error + ")");
  }
}
