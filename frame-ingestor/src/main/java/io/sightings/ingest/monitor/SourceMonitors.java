package io.sightings.ingest.monitor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The monitors of all sources there are, in the order of their ids. */
public final class SourceMonitors {
  private final Map<String, SourceMonitor> all = new ConcurrentSkipListMap<>();

  /** A source that was changed keeps its counts, unless it is of another type now. */
  public SourceMonitor of(String id, String type) {
    return all.compute(
        id,
        (same, known) ->
            known != null && known.type().equals(type) ? known : new SourceMonitor(id, type));
  }

  public void remove(String id) {
    all.remove(id);
  }

  public List<SourceStatus> status() {
    return all.values().stream().map(SourceMonitor::status).toList();
  }
}
