package io.sightings.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.ReplayedFrame;
import io.sightings.contract.codec.TypedTopic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A rejected frame and where its rejection is.
 *
 * @param frame as it was, and why it was rejected
 * @param topic of the rejection
 * @param partition of the rejection
 * @param offset of the rejection
 * @param time of the rejection
 */
record StoredRejection(
    RejectedFrame frame, String topic, int partition, long offset, Instant time) {
  private static final int LONGEST_SHOWN = 60;

  static StoredRejection read(TypedTopic<RejectedFrame> topic, ConsumerRecord<byte[], byte[]> read)
      throws MalformedMessageException {
    return new StoredRejection(
        topic.codec().decode(KafkaMessages.from(read)),
        read.topic(),
        read.partition(),
        read.offset(),
        Instant.ofEpochMilli(read.timestamp()));
  }

  /** The record's key, which is the source's id where the record was a frame. */
  String source() {
    byte[] key = frame.original().key();
    if (key == null) {
      return "(no key)";
    }
    String id = new String(key, UTF_8);
    return id.length() > LONGEST_SHOWN ? id.substring(0, LONGEST_SHOWN) + "…" : id;
  }

  /** Heartbeats, gaps and ends have no value; of them nothing is left to be seen. */
  boolean hasPicture() {
    return frame.original().value() != null && frame.original().value().length > 0;
  }

  /** The record as it was, marked as the replay of this rejection. */
  KafkaMessage replayed() {
    return ReplayedFrame.of(frame.original(), topic, partition, offset);
  }
}
