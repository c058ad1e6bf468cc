package io.sightings.job.quarantine;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Where a stage's subtasks get their view of the attempts from. */
public interface AttemptJournal extends Serializable {

  /** The stages that take part, by their operators' names. */
  enum Stage {
    DETECT,
    TRACK,
    IDENTIFY,
    SIGHTING;

    /** Whether it calls native code, which may end the process. */
    boolean isNative() {
      return this == DETECT || this == IDENTIFY;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Neither blocks nor fails for a store that is away. */
  StageAttempts open(Stage stage, RuntimeContext context);

  /** Journals nothing and convicts nothing. */
  static AttemptJournal none() {
    return (stage, context) -> new Unjournaled();
  }

  /** Nothing is known and nothing is kept. */
  final class Unjournaled implements StageAttempts {
    private static final FrameAttempt ATTEMPT =
        new FrameAttempt() {
          @Override
          public void begin() {}

          @Override
          public void end() {}

          @Override
          public void abandon() {}
        };

    @Override
    public CompletableFuture<Optional<String>> verdict(String frame) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<FrameAttempt> announce(String frame) {
      return CompletableFuture.completedFuture(ATTEMPT);
    }

    @Override
    public void failed(String frame) {}

    @Override
    public void passed(String frame) {}

    @Override
    public void forget(String frame) {}

    @Override
    public void close() {}
  }
}
