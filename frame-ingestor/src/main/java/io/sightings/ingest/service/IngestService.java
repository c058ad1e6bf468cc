package io.sightings.ingest.service;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps running what the settings name, and changes it when they change. Safe for use by many
 * threads.
 */
public final class IngestService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

  /** More than a source takes to send what it has. */
  private static final int STOP_SECONDS = 20;

  private final KafkaLink kafka;
  private final Map<SourceType, SourceFactory> factories;
  private final SourceMonitors monitors;
  private final ExecutorService threads;
  private final Map<String, SourceSlot> slots = new ConcurrentHashMap<>();
  private volatile Map<String, SourcePlan> plans = Map.of();
  private volatile IngestorSettings settings;
  private boolean closed;

  private IngestService(
      IngestorSettings settings,
      KafkaLink kafka,
      Map<SourceType, SourceFactory> factories,
      SourceMonitors monitors) {
    this.settings = settings.withSources(List.of());
    this.kafka = kafka;
    this.factories = factories;
    this.monitors = monitors;
    AtomicInteger count = new AtomicInteger();
    threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "source-switch-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts all sources. Kafka need not be there yet.
   *
   * @param kafka is closed with the service
   * @param factories one for each type, which may be the same; closed with the service
   */
  public static IngestService start(
      IngestorSettings settings,
      KafkaLink kafka,
      Map<SourceType, SourceFactory> factories,
      SourceMonitors monitors) {
    IngestService service = new IngestService(settings, kafka, factories, monitors);
    service.apply(settings);
    return service;
  }

  /**
   * Adds, changes and removes sources so that they are as the settings say. Those that need not
   * change run on untouched, and none waits for another. Returns before all that is done.
   *
   * @throws IllegalArgumentException if the settings contradict those that cannot be changed now;
   *     everything stays as it is
   */
  public synchronized SettingsChanges apply(IngestorSettings wanted) {
    if (closed) {
      throw new IllegalStateException("the service is closed");
    }
    IngestorSettings next =
        wanted
            .withKafka(settings.kafka())
            .withServer(settings.server())
            .withState(settings.state())
            .withFiles(wanted.files().withParallel(settings.files().parallel()));
    Map<String, SourcePlan> before = plans;
    Map<String, SourcePlan> after = SourcePlan.of(next);
    SettingsChanges changes =
        SettingsChanges.between(before, after, SettingsChanges.fixed(settings, wanted));
    settings = next;
    plans = after;
    distinctFactories().forEach(factory -> factory.apply(next));
    changes.removed().forEach(this::remove);
    after.values().forEach(plan -> replace(before.get(plan.id()), plan));
    tell(changes);
    return changes;
  }

  private static void tell(SettingsChanges changes) {
    if (!changes.ignored().isEmpty()) {
      LOG.warn(
          "Changes of {} count when the ingestor is started again",
          String.join(", ", changes.ignored()));
    }
    if (!changes.isEmpty()) {
      LOG.info(
          "Settings applied; sources added: {}, changed: {}, removed: {}",
          changes.added(),
          changes.changed(),
          changes.removed());
    }
  }

  private void replace(@Nullable SourcePlan old, SourcePlan plan) {
    if (plan.equals(old)) {
      return;
    }
    SourceType type = SourceType.of(plan.source());
    SourceSlot slot = slots.get(plan.id());
    if (slot == null || (old != null && SourceType.of(old.source()) != type)) {
      // The counters of something else under the same name start at 0.
      CompletableFuture<Void> ended = slot == null ? SourceSlot.AT_ONCE : slot.end();
      slot = new SourceSlot(monitors.of(plan.id(), type.toString()), threads, ended);
      slots.put(plan.id(), slot);
    }
    IngestorSettings all = settings;
    SourceMonitor monitor = slot.monitor();
    SourceFactory factory = Objects.requireNonNull(factories.get(type), "one for each type");
    slot.start(() -> factory.create(plan.source(), all, monitor));
  }

  private void remove(String id) {
    SourceSlot slot = slots.get(id);
    if (slot != null) {
      slot.end().thenRun(() -> forget(id));
    }
  }

  private synchronized void forget(String id) {
    // It may have come back in the meantime.
    if (!plans.containsKey(id)) {
      slots.remove(id);
      monitors.remove(id);
    }
  }

  /** Tries again now what failed, even for good, or waits to be tried again. */
  public void retry() {
    slots.values().forEach(SourceSlot::retry);
  }

  /** What is in force. */
  public IngestorSettings settings() {
    return settings;
  }

  /** A source as the settings in force describe it; a path may go by the name of its file. */
  public Optional<SourceSettings> source(String id) {
    return Optional.ofNullable(plans.get(id)).map(SourcePlan::source);
  }

  public SourceMonitors monitors() {
    return monitors;
  }

  public KafkaLink kafka() {
    return kafka;
  }

  /** Whether what is read also arrives: Kafka is there, and the settings are in force. */
  public boolean ready() {
    return kafka.reachable();
  }

  /**
   * Stops all sources beside each other, sends what they have taken, as far as Kafka takes it
   * within some seconds, and counts the rest as dropped. Nothing is sent when it has returned.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    List<CompletableFuture<Void>> closing = new ArrayList<>();
    slots.values().forEach(slot -> closing.add(slot.close()));
    await(CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new)));
    distinctFactories().forEach(SourceFactory::close);
    kafka.close();
    threads.shutdown();
  }

  private void await(CompletableFuture<Void> closing) {
    try {
      closing.get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn("Not all sources stopped within {} s; the others are left behind", STOP_SECONDS);
    } catch (ExecutionException e) {
      LOG.error("A source could not be stopped", e.getCause());
    } catch (InterruptedException e) {
      LOG.warn("Interrupted while stopping; sources may be left behind");
      Thread.currentThread().interrupt();
    }
  }

  private Set<SourceFactory> distinctFactories() {
    return new LinkedHashSet<>(factories.values());
  }
}
