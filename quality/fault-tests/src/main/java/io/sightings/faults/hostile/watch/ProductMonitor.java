package io.sightings.faults.hostile.watch;

import io.sightings.faults.product.LocalProduct;
import io.sightings.process.LocalProcess;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at all processes of the product and at its job, again and again. For one thread. */
public final class ProductMonitor {
  private static final double MIB = 1 << 20;

  private final LocalProduct product;
  private final List<MonitoredProcess> processes;
  private final LogErrorCounter logs = new LogErrorCounter();
  private final List<Long> stateSizes = new ArrayList<>();
  private int restored;

  public ProductMonitor(LocalProduct product) {
    this.product = product;
    List<LocalProcess> all = new ArrayList<>(product.cluster().processes());
    all.add(product.brokerProcess().process());
    product.ingestors().forEach(ingestor -> all.add(ingestor.process()));
    processes = all.stream().map(MonitoredProcess::new).toList();
  }

  /** The deaths since the last look, a line each; samples what lives. */
  public List<String> deaths() throws IOException {
    List<String> deaths = new ArrayList<>();
    for (MonitoredProcess process : processes) {
      process.look().ifPresent(deaths::add);
      Path folder = process.process().folder();
      for (String log : List.of("sightings.log", "flink.log", "out.log")) {
        logs.look(process.process().name(), folder.resolve(log));
      }
    }
    stateSizes.add(size(product.ingestors().get(0).state()));
    return deaths;
  }

  /** How the job has failed since the last look, where it has been restarted. */
  public Optional<String> restart() {
    try {
      int now = product.job().restored();
      int times = now - restored;
      // A job manager that leads anew counts from 0.
      restored = now;
      if (times > 0) {
        return Optional.of("the job was restarted " + times + " times: " + product.job().failure());
      }
    } catch (LocalRuntimeException e) {
      // No job manager can say; deaths tell why.
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Collects the garbage of all processes, and notes what is left. */
  public void measureHeaps() throws IOException, InterruptedException {
    for (MonitoredProcess process : processes) {
      process.measureHeap();
    }
  }

  public List<MonitoredProcess> processes() {
    return processes;
  }

  /** Lines at ERROR and exceptions, by process and kind. */
  public Map<String, Integer> logged() {
    return logs.counts();
  }

  /** The ingestor's state on disk, in the first look and the last. */
  public String stateSize() {
    return stateSizes.isEmpty()
        ? ""
        : "%.1f -> %.1f MiB"
            .formatted(stateSizes.get(0) / MIB, stateSizes.get(stateSizes.size() - 1) / MIB);
  }

  private static long size(Path folder) throws IOException {
    long sum = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        // Files come and go meanwhile.
        sum += Files.isRegularFile(path) ? path.toFile().length() : 0;
      }
    } catch (UncheckedIOException e) {
      return sum;
    }
    return sum;
  }
}
