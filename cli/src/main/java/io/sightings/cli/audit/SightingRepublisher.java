package io.sightings.cli.audit;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.toolkit.audit.SightingFileReader.SightingFileEntry;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.topics.KafkaAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Puts sightings back onto the topic, as they were. */
final class SightingRepublisher {

  private SightingRepublisher() {}

  /**
   * @throws CommandFailure if one of them could not be published; a second audit tells which were
   */
  static void publish(
      KafkaAccess broker, TypedTopic<Sighting> topic, List<SightingFileEntry> lost) {
    try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
      List<Future<?>> sent = new ArrayList<>();
      lost.forEach(line -> sent.add(producer.send(KafkaMessages.to(topic, line.sighting()))));
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw CommandFailure.environment(
          "Not all of them could be published: "
              + Objects.requireNonNull(e.getCause()).getMessage()
              + " Try again.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.environment("Interrupted.", e);
    }
  }
}
