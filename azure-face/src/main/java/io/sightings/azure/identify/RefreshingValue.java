package io.sightings.azure.identify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something the service says that is read when it is first needed and again from time to time. The
 * last reading serves until a later one succeeds.
 *
 * @param <T> what is read
 */
final class RefreshingValue<T> {
  /** A reading that failed is tried again after this long. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final Supplier<CompletableFuture<T>> read;
  private final Function<T, Duration> keeps;
  private final InstantSource clock;
  private @Nullable CompletableFuture<T> last;
  private @Nullable T value;
  private Instant due = Instant.MIN;

  /**
   * @param read reads it
   * @param keeps how long a reading serves before the next one
   */
  RefreshingValue(
      Supplier<CompletableFuture<T>> read, Function<T, Duration> keeps, InstantSource clock) {
    this.read = read;
    this.keeps = keeps;
    this.clock = clock;
  }

  /** The last reading that succeeded; empty before the first. */
  synchronized Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** Reads it where that is due; returns the last reading begun, which may be over. */
  synchronized CompletableFuture<T> refreshed() {
    return last == null || (last.isDone() && !clock.instant().isBefore(due)) ? read() : last;
  }

  /** Reads it now, or joins a reading under way. */
  synchronized CompletableFuture<T> read() {
    if (last == null || last.isDone()) {
      due = clock.instant().plus(RETRY);
      last = read.get().thenApply(this::keep);
    }
    return last;
  }

  private synchronized T keep(T fresh) {
    value = fresh;
    due = clock.instant().plus(keeps.apply(fresh));
    return fresh;
  }
}
