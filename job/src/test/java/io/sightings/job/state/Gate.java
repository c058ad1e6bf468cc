package io.sightings.job.state;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/** Holds a source back at certain elements, so that a savepoint falls between two known ones. */
final class Gate implements RateLimiterStrategy<NumberSequenceSplit> {
  private static final long serialVersionUID = 1L;

  /** Sources are serialised on their way into the job, so both ends meet here, by id. */
  private static final Map<UUID, Stop[]> STOPS = new ConcurrentHashMap<>();

  private static final long PATIENCE_SECONDS = 120;

  private final UUID id = UUID.randomUUID();

  private record Stop(long before, CompletableFuture<Void> reached, CompletableFuture<Void> open) {}

  /**
   * @param before numbers of elements, from 0, each of which waits
   */
  Gate(long... before) {
    Stop[] stops = new Stop[before.length];
    for (int i = 0; i < stops.length; i++) {
      stops[i] = new Stop(before[i], new CompletableFuture<>(), new CompletableFuture<>());
    }
    STOPS.put(id, stops);
  }

  /** All elements before this stop are on their way. */
  void awaitReached(int stop) throws Exception {
    STOPS.get(id)[stop].reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void open(int stop) {
    STOPS.get(id)[stop].open.complete(null);
  }

  @Override
  public RateLimiter<NumberSequenceSplit> createRateLimiter(int parallelism) {
    Stop[] stops = STOPS.get(id);
    return new RateLimiter<>() {
      private long element;

      @Override
      public CompletionStage<Void> acquire(int count) {
        long next = element++;
        for (Stop stop : stops) {
          if (stop.before == next) {
            stop.reached.complete(null);
            return stop.open;
          }
        }
        return CompletableFuture.completedFuture(null);
      }
    };
  }
}
