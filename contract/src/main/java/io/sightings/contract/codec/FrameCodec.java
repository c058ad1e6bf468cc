package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.SourceInfo;
import java.util.List;
import java.util.Locale;

/**
 * Frames as CloudEvents: the value is the encoded image and nothing else, so that any Kafka tool
 * can save it; all else is in headers. Keyed by source id.
 */
public final class FrameCodec implements RecordCodec<Frame> {

  @Override
  public KafkaMessage encode(Frame frame) {
    FrameInfo info = frame.info();
    SourceInfo source = info.source();
    List<KafkaMessage.Header> headers =
        CloudEvent.headers(
            info.id(),
            source.id(),
            info.type().eventType(),
            info.capturedAt(),
            TextLimits.cut(info.subject(), TextLimits.MAX_TEXT),
            info.contentType());
    CloudEvent.add(headers, "ce_epoch", info.epoch());
    CloudEvent.add(headers, "ce_sequence", Long.toString(info.sequence()));
    CloudEvent.add(headers, "ce_sourcekind", text(source.kind()));
    CloudEvent.add(headers, "ce_location", TextLimits.cut(source.location(), TextLimits.MAX_TEXT));
    if (info.clock() != null) {
      CloudEvent.add(headers, "ce_clock", text(info.clock()));
    }
    if (info.type() == FrameType.GAP) {
      CloudEvent.add(headers, "ce_blindfrom", info.blindFrom().toString());
    }
    if (!source.labels().isEmpty()) {
      CloudEvent.add(headers, "ce_labels", new String(Json.write(source.labels()), UTF_8));
    }
    if (info.type() == FrameType.IMAGE) {
      CloudEvent.add(headers, "ce_width", Integer.toString(info.width()));
      CloudEvent.add(headers, "ce_height", Integer.toString(info.height()));
    }
    return new KafkaMessage(source.id().getBytes(UTF_8), frame.image(), headers, KafkaMessage.NOW);
  }

  @Override
  public Frame decode(KafkaMessage message) throws MalformedMessageException {
    FrameInfo info = decodeInfo(message);
    return new Frame(info, info.type() == FrameType.IMAGE ? message.value() : null);
  }

  /** What the headers say, without touching the image. */
  public FrameInfo decodeInfo(KafkaMessage message) throws MalformedMessageException {
    FrameHeaders headers = new FrameHeaders(message);
    headers.expect("ce_specversion", "1.0");
    FrameType type = headers.type();
    boolean image = type == FrameType.IMAGE;
    FrameInfo info =
        new FrameInfo(
            type,
            headers.source(),
            headers.epoch(),
            headers.sequence(),
            headers.time(),
            image ? headers.imageMediaType() : null,
            image ? headers.side("ce_width") : 0,
            image ? headers.side("ce_height") : 0,
            headers.subject(),
            headers.clock(),
            type == FrameType.GAP ? headers.blindFrom() : null);
    headers.expect("ce_id", info.id());
    return info;
  }

  /** How a choice is written. */
  static String text(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
