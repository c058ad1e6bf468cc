package io.sightings.ingest.publish;

import io.sightings.contract.security.Refusal;
import io.sightings.ingest.settings.KafkaSettings;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** Kafka does not take what it should; the text says what, which and how to mend it. */
public final class PublishException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;

  PublishException(String message, Throwable cause) {
    this(message, cause, false);
  }

  PublishException(String message) {
    this(message, null, false);
  }

  private PublishException(String message, Throwable cause, boolean refused) {
    super(message, cause);
    this.refused = refused;
  }

  /** The same, as what stands in the way. */
  Trouble trouble() {
    return new Trouble(getMessage(), refused);
  }

  /** What the settings, or the broker's answer to them, make of it. */
  static PublishException unusable(KafkaSettings settings, KafkaException failure) {
    Optional<Refusal> refusal = refusal(settings, failure);
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new PublishException(
        refusal
            .map(Refusal::text)
            .orElse(
                "Kafka at %s cannot be used: %s"
                    .formatted(settings.bootstrap(), cause.getMessage())),
        failure,
        refusal.isPresent());
  }

  static Optional<Refusal> refusal(KafkaSettings settings, Throwable failure) {
    return Refusal.in(failure, settings.bootstrap(), settings.security());
  }
}
