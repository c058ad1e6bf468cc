package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.codec.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that show a face, so that what is wrong with them is copied into a sighting. */
final class FacedFrameKinds {
  private static final int WEIGHT = 2;
  private static final int MAX_LABELS = 3000;

  private FacedFrameKinds() {}

  static List<HostileKind> all() {
    return List.of(
        kind("face: huge location", FacedFrameKinds::location),
        kind("face: huge subject", FacedFrameKinds::subject),
        kind("face: many labels", FacedFrameKinds::labels),
        kind("face: odd texts", FacedFrameKinds::odd),
        kind("face: any day", FacedFrameKinds::day),
        kind("face: cut or damaged", FacedFrameKinds::damaged));
  }

  private static HostileKind kind(@Nullable String name, HostileKind.Maker maker) {
    return new HostileKind(name, WEIGHT, false, maker);
  }

  private static KafkaMessage face(SeedMaterial material, SeededChoices dice) {
    return FrameRecords.frame(material.face(), dice);
  }

  private static HostileInput location(SeedMaterial material, SeededChoices dice) {
    return FrameRecords.of(
        FrameRecords.with(face(material, dice), "ce_location", HugeTexts.of(dice)));
  }

  private static HostileInput subject(SeedMaterial material, SeededChoices dice) {
    return FrameRecords.of(
        FrameRecords.with(face(material, dice), "ce_subject", HugeTexts.of(dice)));
  }

  private static HostileInput labels(SeedMaterial material, SeededChoices dice) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = dice.size(1, MAX_LABELS); i > 0; i--) {
      labels.put(dice.odd(6) + i, dice.odd(dice.size(1, 200)));
    }
    String text = new String(Json.write(labels), UTF_8);
    return FrameRecords.of(FrameRecords.with(face(material, dice), "ce_labels", text));
  }

  private static HostileInput odd(SeedMaterial material, SeededChoices dice) {
    KafkaMessage placed = FrameRecords.with(face(material, dice), "ce_location", dice.odd(60));
    return FrameRecords.of(FrameRecords.with(placed, "ce_subject", dice.odd(60)));
  }

  private static HostileInput day(SeedMaterial material, SeededChoices dice) {
    return FrameRecords.of(
        FrameRecords.with(face(material, dice), "ce_time", FrameOrderKinds.anyTime(dice)));
  }

  private static HostileInput damaged(SeedMaterial material, SeededChoices dice) {
    byte[] face =
        dice.chance(0.5)
            ? ByteDamage.flipped(material.face(), dice)
            : ByteDamage.truncated(material.face(), dice);
    return FrameRecords.of(FrameRecords.frame(face, dice));
  }
}
