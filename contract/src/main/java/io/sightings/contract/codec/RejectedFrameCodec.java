package io.sightings.contract.codec;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * A rejected frame is the original record with the verdict in headers of its own, so that taking
 * those away gives the record to replay.
 */
final class RejectedFrameCodec implements RecordCodec<RejectedFrame> {
  static final String PREFIX = "sightings_rejected_";
  private static final int UNKNOWN = -1;

  @Override
  public KafkaMessage encode(RejectedFrame rejected) {
    KafkaMessage original = rejected.original();
    List<KafkaMessage.Header> headers = withoutVerdict(original);
    CloudEvent.add(headers, PREFIX + "reason", rejected.reason().name());
    CloudEvent.add(
        headers, PREFIX + "detail", TextLimits.cut(rejected.detail(), TextLimits.MAX_DETAIL));
    CloudEvent.add(headers, PREFIX + "topic", rejected.topic());
    CloudEvent.add(headers, PREFIX + "partition", Integer.toString(rejected.partition()));
    CloudEvent.add(headers, PREFIX + "offset", Long.toString(rejected.offset()));
    return new KafkaMessage(original.key(), original.value(), headers, KafkaMessage.NOW);
  }

  @Override
  public RejectedFrame decode(KafkaMessage message) throws MalformedMessageException {
    RecordHeaders headers = new RecordHeaders(message.headers());
    return new RejectedFrame(
        new KafkaMessage(
            message.key(), message.value(), withoutVerdict(message), message.timestamp()),
        headers.oneOf(PREFIX + "reason", RejectReason.values(), RejectReason::name),
        headers.text(PREFIX + "detail", TextLimits.MAX_DETAIL),
        headers.text(PREFIX + "topic", TextLimits.MAX_ATTRIBUTE),
        (int) headers.number(PREFIX + "partition", UNKNOWN, Integer.MAX_VALUE),
        headers.number(PREFIX + "offset", UNKNOWN, Long.MAX_VALUE));
  }

  /**
   * A replayed frame may carry the verdict of an earlier time, which must not mix with this one.
   */
  private static List<KafkaMessage.Header> withoutVerdict(KafkaMessage message) {
    List<KafkaMessage.Header> headers = new ArrayList<>(message.headers());
    headers.removeIf(header -> header.name().startsWith(PREFIX));
    return headers;
  }
}
