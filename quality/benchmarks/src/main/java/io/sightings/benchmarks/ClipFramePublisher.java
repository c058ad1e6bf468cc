package io.sightings.benchmarks;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Frames of a clip on the topic, 25 a second by their capture times.
 *
 * @param bootstrap of the broker, whose topics are there
 * @param sources how many there are; each has the partition of its number, and frames come from all
 *     of them in turn
 */
public record ClipFramePublisher(String bootstrap, int sources) {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final int FRAME_MILLIS = 40;

  /**
   * @param frames of all sources together
   * @param epoch of all of them
   */
  public void publish(JpegClip clip, int frames, String epoch) {
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "max.request.size",
            9 << 20,
            "max.in.flight.requests.per.connection",
            1,
            "linger.ms",
            5,
            "acks",
            "all");
    AtomicLong failed = new AtomicLong();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < frames; i++) {
        int partition = i % sources;
        ProducerRecord<byte[], byte[]> record =
            KafkaMessages.to(SightingsTopics.FRAMES, frame(clip, partition, epoch, i / sources));
        producer.send(
            new ProducerRecord<>(
                record.topic(),
                partition,
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers()),
            (meta, error) -> failed.addAndGet(error == null ? 0 : 1));
      }
    }
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " frames could not be published");
    }
  }

  private static Frame frame(JpegClip clip, int source, String epoch, int number) {
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            SourceInfo.of("camera-" + source, SourceKind.VIDEO),
            epoch,
            number,
            START.plusMillis((long) number * FRAME_MILLIS),
            "image/jpeg",
            clip.width(),
            clip.height(),
            null,
            null,
            null);
    return new Frame(info, clip.frame(number));
  }
}
