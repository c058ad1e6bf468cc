package io.sightings.engine.azure.identify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Remembers why a resource can name nobody (no group, not trained, not approved), so that this is
 * not found out again at the price of two calls a face. After a while it is looked again.
 */
final class Hindrance {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final InstantSource clock;
  private volatile Known known;

  private record Known(Outcome outcome, String text, Instant until) {}

  Hindrance(InstantSource clock) {
    this.clock = clock;
  }

  /** The answer where one is known without asking. */
  Optional<AzureAnswer> answer(String resource) {
    Known now = known;
    return now == null || !clock.instant().isBefore(now.until())
        ? Optional.empty()
        : Optional.of(AzureAnswer.without(now.outcome(), now.text(), null, 0, resource));
  }

  /** Learns from an answer. */
  void learn(AzureAnswer answer) {
    if (answer.outcome().lasting()) {
      known = new Known(answer.outcome(), answer.text(), clock.instant().plus(LOOK_AGAIN));
    } else if (answer.outcome().judged()) {
      known = null;
    }
  }
}
