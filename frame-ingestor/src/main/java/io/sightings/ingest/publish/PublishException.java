package io.sightings.ingest.publish;

import io.sightings.contract.security.AccessRefusal;
import io.sightings.ingest.settings.ProducerSettings;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

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

  private PublishException(String message, @Nullable Throwable cause, boolean refused) {
    super(message, cause);
    this.refused = refused;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** The same, as what stands in the way. */
  KafkaStatus trouble() {
    return new KafkaStatus(getMessage(), refused);
  }

  /** What the settings, or the broker's answer to them, make of it. */
  static PublishException unusable(ProducerSettings settings, KafkaException failure) {
    Optional<AccessRefusal> refusal = refusal(settings, failure);
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new PublishException(
        refusal
            .map(AccessRefusal::text)
            .orElse(
                "Kafka at %s cannot be used: %s"
                    .formatted(settings.bootstrap(), cause.getMessage())),
        failure,
        refusal.isPresent());
  }

  static Optional<AccessRefusal> refusal(ProducerSettings settings, Throwable failure) {
    return AccessRefusal.in(failure, settings.bootstrap(), settings.security());
  }
}
