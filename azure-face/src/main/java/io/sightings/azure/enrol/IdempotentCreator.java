package io.sightings.azure.enrol;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Makes something once although answers get lost: where it may have been made, it is looked for by
 * its key before it is made again.
 */
final class IdempotentCreator {
  private static final int ATTEMPTS = 10;
  private static final Duration SETTLING = Duration.ofMillis(500);

  private IdempotentCreator() {}

  /**
   * @param make not to be repeated blindly
   * @param find what was made by an attempt whose answer was lost
   * @param lost told of each lost answer
   */
  static <T> T once(
      Supplier<CompletableFuture<T>> make, Supplier<Optional<T>> find, Runnable lost) {
    for (int attempt = 1; ; attempt++) {
      try {
        return BlockingWait.on(make.get());
      } catch (FaceException e) {
        if (!perhapsDone(e.fault()) || attempt == ATTEMPTS) {
          throw e;
        }
        lost.run();
        BlockingWait.pause(SETTLING.multipliedBy(attempt));
        Optional<T> made = find.get();
        if (made.isPresent()) {
          return made.get();
        }
      }
    }
  }

  private static boolean perhapsDone(FaceErrorKind fault) {
    return switch (fault) {
      case LOST, UNREADABLE, UNAVAILABLE, UNEXPECTED -> true;
      default -> false;
    };
  }
}
