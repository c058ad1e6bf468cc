package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Frames as CloudEvents: the value is the encoded image and nothing else, so that any Kafka tool
 * can save it; all else is in headers. Keyed by source id, timestamped with the capture time.
 */
public final class FrameCodec implements Codec<Frame> {

  @Override
  public Message encode(Frame frame) {
    FrameInfo info = frame.info();
    SourceInfo source = info.source();
    List<Message.Header> headers =
        CloudEvent.headers(
            info.id(),
            source.id(),
            info.type().eventType(),
            info.capturedAt(),
            info.subject(),
            info.contentType());
    CloudEvent.add(headers, "ce_epoch", info.epoch());
    CloudEvent.add(headers, "ce_sequence", Long.toString(info.sequence()));
    CloudEvent.add(headers, "ce_sourcekind", source.kind().name().toLowerCase(Locale.ROOT));
    CloudEvent.add(headers, "ce_location", source.location());
    if (!source.labels().isEmpty()) {
      CloudEvent.add(headers, "ce_labels", new String(Json.write(source.labels()), UTF_8));
    }
    if (info.type() == FrameType.IMAGE) {
      CloudEvent.add(headers, "ce_width", Integer.toString(info.width()));
      CloudEvent.add(headers, "ce_height", Integer.toString(info.height()));
    }
    return new Message(
        source.id().getBytes(UTF_8), frame.image(), headers, info.capturedAt().toEpochMilli());
  }

  @Override
  public Frame decode(Message message) throws MalformedMessageException {
    return new Frame(decodeInfo(message), message.value());
  }

  /** What the headers say, without touching the image. */
  public FrameInfo decodeInfo(Message message) throws MalformedMessageException {
    FrameHeaders headers = new FrameHeaders(message);
    headers.expect("ce_specversion", "1.0");
    FrameType type = headers.type();
    SourceKind kind = headers.oneOf("ce_sourcekind", SourceKind.class);
    String id = headers.sourceId();
    String epoch = headers.identifier("ce_epoch");
    long sequence = headers.number("ce_sequence", Long.MAX_VALUE);
    SourceInfo source = new SourceInfo(id, kind, headers.optional("ce_location"), headers.labels());
    Instant capturedAt = headers.time();
    boolean image = type == FrameType.IMAGE;
    FrameInfo info =
        new FrameInfo(
            type,
            source,
            epoch,
            sequence,
            capturedAt,
            headers.optional("content-type"),
            image ? (int) headers.number("ce_width", FrameHeaders.MAX_SIDE) : 0,
            image ? (int) headers.number("ce_height", FrameHeaders.MAX_SIDE) : 0,
            headers.optional("ce_subject"));
    headers.expect("ce_id", info.id());
    return info;
  }
}
