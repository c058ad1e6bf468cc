package io.sightings.job.admit;

import io.sightings.contract.FrameInfo;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from the frames topic.
 *
 * @param message the record; its value is the encoded image
 * @param info what its headers say; null if they are no frame's
 * @param fault what is wrong with the headers; null if nothing is
 * @param topic where it was
 * @param partition where it was
 * @param offset where it was
 */
public record FrameRecord(
    KafkaMessage message,
    @Nullable FrameInfo info,
    @Nullable String fault,
    String topic,
    int partition,
    long offset) {

  public RejectedFrame reject(RejectReason reason, @Nullable String detail) {
    return new RejectedFrame(message, reason, detail, topic, partition, offset);
  }
}
