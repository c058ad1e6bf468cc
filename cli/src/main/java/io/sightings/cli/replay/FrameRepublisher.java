package io.sightings.cli.replay;

import io.sightings.contract.codec.KafkaMessages;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.topics.KafkaAccess;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Puts rejected frames on their topic again. */
final class FrameRepublisher implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final AtomicLong tooLarge = new AtomicLong();

  FrameRepublisher(KafkaAccess broker) {
    producer = broker.producer();
  }

  void publish(String topic, StoredRejection rejection) {
    requireHealthy();
    var unused =
        producer.send(
            KafkaMessages.to(topic, rejection.replayed()),
            (sent, error) -> {
              if (error instanceof RecordTooLargeException) {
                tooLarge.incrementAndGet();
              } else if (error != null) {
                failure.compareAndSet(null, error);
              }
            });
  }

  /**
   * Waits until all are safe.
   *
   * @throws CommandFailure if one is not
   */
  void finish() {
    producer.flush();
    requireHealthy();
  }

  /** How many the topic does not take: as large as it allows, and marked as a replay. */
  long tooLarge() {
    return tooLarge.get();
  }

  private void requireHealthy() {
    if (failure.get() != null) {
      throw CommandFailure.environment(
          "Not all frames could be published: "
              + failure.get().getMessage()
              + " Mend it and replay again: what the job has had already counts once.",
          failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
