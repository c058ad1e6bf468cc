package io.sightings.ingest.service;

import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Makes sources that do nothing, and remembers what they were told. */
final class RecordedFactory implements SourceFactory {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
  private volatile IngestorSettings applied;

  /** The source does not stop before it is let go. */
  void hang(String id) {
    hanging.put(id, new CountDownLatch(1));
  }

  void letGo(String id) {
    hanging.get(id).countDown();
  }

  List<String> events() {
    return events;
  }

  IngestorSettings applied() {
    return applied;
  }

  @Override
  public void apply(IngestorSettings settings) {
    applied = settings;
  }

  @Override
  public RunningSource create(
      SourceSettings source, IngestorSettings settings, SourceMonitor monitor) {
    if (source.url().contains("impossible")) {
      throw new IllegalArgumentException("no such thing");
    }
    return new RunningSource() {
      @Override
      public void start() {
        events.add("start " + monitor.id());
        monitor.is(SourceState.STREAMING);
      }

      @Override
      public void retry() {
        events.add("retry " + monitor.id());
      }

      @Override
      public void close() {
        stop("close ");
      }

      @Override
      public void end() {
        stop("end ");
      }

      private void stop(String how) {
        try {
          CountDownLatch latch = hanging.get(monitor.id());
          if (latch != null) {
            latch.await();
          }
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        monitor.is(SourceState.DONE);
        events.add(how + monitor.id());
      }
    };
  }

  @Override
  public void close() {
    events.add("close all");
  }
}
