package io.sightings.faults.hostile.send;

import io.sightings.contract.codec.KafkaMessages;
import io.sightings.faults.hostile.input.HostileInput.HostileRecord;
import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import io.sightings.toolkit.topics.KafkaAccess;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends records to a topic, in batches. What the broker does not take counts as refused. */
public final class RecordSender implements InputSender {
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final InputOutcomeCounts tally;
  private final Listener listener;

  /** Receives the position of each record on the topic. */
  public interface Listener {
    void isOn(int partition, long offset, InputReference mark);
  }

  public RecordSender(
      KafkaAccess broker, String topic, InputOutcomeCounts tally, Listener listener) {
    producer = broker.producer();
    this.topic = topic;
    this.tally = tally;
    this.listener = listener;
  }

  @Override
  public void send(List<Planned> inputs) {
    for (Planned planned : inputs) {
      HostileRecord input = (HostileRecord) planned.input();
      InputReference mark = planned.mark();
      try {
        producer.send(
            KafkaMessages.to(topic, input.message()),
            (metadata, failure) -> arrived(mark, metadata, failure));
      } catch (KafkaException | IllegalArgumentException e) {
        tally.count(mark, InputOutcome.REFUSED);
      }
    }
    producer.flush();
  }

  private void arrived(InputReference mark, RecordMetadata metadata, @Nullable Exception failure) {
    tally.count(mark, failure == null ? InputOutcome.ACCEPTED : InputOutcome.REFUSED);
    if (failure == null) {
      listener.isOn(metadata.partition(), metadata.offset(), mark);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
