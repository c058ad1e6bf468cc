package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.FrameCodec;
import io.sightings.faults.hostile.input.HostileInput.HostileRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as they should be, and their parts replaced. */
final class FrameRecords {
  /** The names of all hostile sources begin so. */
  static final String PREFIX = "hostile-";

  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final int SOURCES = 40;
  private static final int DAY_SECONDS = 86_400;

  private FrameRecords() {}

  /** A frame of a source and an epoch of its own, with which nothing is wrong. */
  static KafkaMessage frame(byte @Nullable [] value, SeededChoices dice) {
    return frame(FrameType.IMAGE, value, dice);
  }

  static KafkaMessage frame(FrameType type, byte @Nullable [] value, SeededChoices dice) {
    Instant time = START.plusSeconds(dice.below(DAY_SECONDS));
    FrameInfo info =
        new FrameInfo(
            type,
            SourceInfo.of(PREFIX + dice.below(SOURCES), dice.pick(List.of(SourceKind.values()))),
            "run-" + dice.word(8),
            dice.below(1000),
            time,
            type == FrameType.IMAGE ? "image/jpeg" : null,
            type == FrameType.IMAGE ? 64 : 0,
            type == FrameType.IMAGE ? 48 : 0,
            null,
            null,
            type == FrameType.GAP ? time.minusSeconds(dice.below(DAY_SECONDS)) : null);
    return new FrameCodec().encode(new Frame(info, value));
  }

  static KafkaMessage with(KafkaMessage good, String header, @Nullable String value) {
    return with(good, header, value.getBytes(UTF_8));
  }

  static KafkaMessage with(KafkaMessage good, String header, byte @Nullable [] value) {
    List<KafkaMessage.Header> headers = new ArrayList<>(without(good, header).headers());
    headers.add(new KafkaMessage.Header(header, value));
    return new KafkaMessage(good.key(), good.value(), headers, good.timestamp());
  }

  static KafkaMessage without(KafkaMessage good, String header) {
    List<KafkaMessage.Header> headers = new ArrayList<>(good.headers());
    headers.removeIf(one -> one.name().equals(header));
    return new KafkaMessage(good.key(), good.value(), headers, good.timestamp());
  }

  static KafkaMessage keyed(KafkaMessage good, byte[] key) {
    return new KafkaMessage(key, good.value(), good.headers(), good.timestamp());
  }

  /** With another epoch, and the id that belongs to it. */
  static KafkaMessage numbered(KafkaMessage good, String epoch, long sequence) {
    String id = new String(good.key(), UTF_8) + "/" + epoch + "/" + sequence;
    KafkaMessage renamed = with(with(good, "ce_epoch", epoch), "ce_id", id);
    return with(renamed, "ce_sequence", Long.toString(sequence));
  }

  static HostileInput of(KafkaMessage message) {
    return new HostileRecord(message);
  }
}
