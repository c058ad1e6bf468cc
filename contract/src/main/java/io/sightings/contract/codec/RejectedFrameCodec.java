package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rejected frame is the original record with the verdict in headers of its own, so that taking
 * those away gives the record to replay.
 */
final class RejectedFrameCodec implements Codec<RejectedFrame> {
  private static final String PREFIX = "sightings_rejected_";

  @Override
  public Message encode(RejectedFrame rejected) {
    Message original = rejected.original();
    List<Message.Header> headers = new ArrayList<>(original.headers());
    CloudEvent.add(headers, PREFIX + "reason", rejected.reason().name());
    CloudEvent.add(headers, PREFIX + "detail", rejected.detail());
    CloudEvent.add(headers, PREFIX + "topic", rejected.topic());
    CloudEvent.add(headers, PREFIX + "partition", Integer.toString(rejected.partition()));
    CloudEvent.add(headers, PREFIX + "offset", Long.toString(rejected.offset()));
    return new Message(original.key(), original.value(), headers, original.timestamp());
  }

  @Override
  public RejectedFrame decode(Message message) throws MalformedMessageException {
    Map<String, String> verdict = new HashMap<>();
    List<Message.Header> original = new ArrayList<>();
    for (Message.Header header : message.headers()) {
      if (header.name().startsWith(PREFIX) && header.value() != null) {
        verdict.put(header.name().substring(PREFIX.length()), new String(header.value(), UTF_8));
      } else {
        original.add(header);
      }
    }
    try {
      return new RejectedFrame(
          new Message(message.key(), message.value(), original, message.timestamp()),
          RejectReason.valueOf(verdict.getOrDefault("reason", "")),
          verdict.get("detail"),
          verdict.get("topic"),
          Integer.parseInt(verdict.getOrDefault("partition", "")),
          Long.parseLong(verdict.getOrDefault("offset", "")));
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(
          "a rejected frame without a valid verdict in its " + PREFIX + "… headers", e);
    }
  }
}
