package io.sightings.faults.hostile.input;

import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import java.util.List;

/** Records whose times and numbers do not follow each other. */
final class FrameOrderKinds {
  private static final List<String> TIMES =
      List.of(
          "1970-01-01T00:00:00Z",
          "1969-12-31T23:59:59.999Z",
          "2199-12-31T23:59:59Z",
          "2200-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "2026-06-30T23:59:60Z",
          "2026-01-01T24:00:00Z",
          "2026-02-30T00:00:00Z",
          "2026-01-01T09:00:00+18:00",
          "2026-01-01T09:00:00.123456789123Z",
          "2026-01-01",
          "yesterday",
          "1735722000",
          "");

  private static final List<FrameType> TOLD =
      List.of(FrameType.HEARTBEAT, FrameType.GAP, FrameType.ENDED);

  private FrameOrderKinds() {}

  static List<HostileKind> all() {
    return List.of(
        HostileKind.of("time that cannot be", FrameOrderKinds::time),
        HostileKind.of("time travel", FrameOrderKinds::travel),
        HostileKind.of("epoch repeated", FrameOrderKinds::repeated),
        HostileKind.of("heartbeat of any time", FrameOrderKinds::told),
        HostileKind.of("gap of any length", FrameOrderKinds::gap));
  }

  private static HostileInput time(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = FrameRecords.frame(material.picture(dice), dice);
    return FrameRecords.of(FrameRecords.with(message, "ce_time", dice.pick(TIMES)));
  }

  /** Frames of one run whose times jump. */
  private static HostileInput travel(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = FrameRecords.frame(material.picture(dice), dice);
    KafkaMessage moved = FrameRecords.with(message, "ce_time", anyTime(dice));
    return FrameRecords.of(FrameRecords.numbered(moved, "one", dice.below(1 << 20)));
  }

  private static HostileInput repeated(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = FrameRecords.frame(material.picture(dice), dice);
    return FrameRecords.of(FrameRecords.numbered(message, "run-" + dice.below(5), dice.below(5)));
  }

  private static HostileInput told(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = FrameRecords.frame(dice.pick(TOLD), null, dice);
    KafkaMessage moved = FrameRecords.with(message, "ce_time", anyTime(dice));
    return FrameRecords.of(FrameRecords.numbered(moved, "one", dice.any(0L, 1L, Long.MAX_VALUE)));
  }

  private static HostileInput gap(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = FrameRecords.frame(FrameType.GAP, null, dice);
    return FrameRecords.of(FrameRecords.with(message, "ce_blindfrom", anyTime(dice)));
  }

  static String anyTime(SeededChoices dice) {
    return "%d-%02d-%02dT%02d:00:00Z"
        .formatted(
            dice.between(1970, 2199),
            dice.between(1, 12),
            dice.between(1, 28),
            dice.between(0, 23));
  }
}
