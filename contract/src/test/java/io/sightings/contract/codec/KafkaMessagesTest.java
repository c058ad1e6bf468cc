package io.sightings.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Samples;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class KafkaMessagesTest {

  @Test
  void aFrameComesOutOfKafkaAsItWentIn() throws MalformedMessageException {
    ProducerRecord<byte[], byte[]> sent = KafkaMessages.to(SightingsTopics.FRAMES, Samples.image());
    KafkaMessage received = KafkaMessages.from(received(sent, 7));

    assertThat(sent.topic()).isEqualTo("frames");
    assertThat(sent.timestamp()).isNull();
    assertThat(received.timestamp()).isEqualTo(7);
    assertThat(SightingsTopics.FRAMES.codec().decode(received))
        .usingRecursiveComparison()
        .isEqualTo(Samples.image());
  }

  @Test
  void pixelsAreHandedOverAndNotCopied() throws MalformedMessageException {
    byte[] image = Samples.image().image();
    ProducerRecord<byte[], byte[]> sent =
        KafkaMessages.to(SightingsTopics.FRAMES, new Frame(Samples.image().info(), image));

    assertThat(sent.value()).isSameAs(image);
    assertThat(SightingsTopics.FRAMES.codec().decode(KafkaMessages.from(received(sent, 0))).image())
        .isSameAs(image);
  }

  @Test
  void aPersonIsTimedByKafkaAndForgottenByATombstone() {
    ProducerRecord<byte[], byte[]> sent =
        KafkaMessages.to(SightingsTopics.PEOPLE.named("staff"), PersonChange.forget("ada"));

    assertThat(sent.topic()).isEqualTo("staff");
    assertThat(sent.timestamp()).isNull();
    assertThat(sent.value()).isNull();
  }

  private static ConsumerRecord<byte[], byte[]> received(
      ProducerRecord<byte[], byte[]> sent, long timestamp) {
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        0,
        timestamp,
        TimestampType.CREATE_TIME,
        -1,
        -1,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }
}
