package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.codec.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records that show a face, so that what is wrong with them is copied into a sighting. */
final class FaceFrameKinds {
  private static final int WEIGHT = 2;
  private static final int MAX_LABELS = 3000;

  private FaceFrameKinds() {}

  static List<HostileKind> all() {
    return List.of(
        kind("face: huge location", FaceFrameKinds::location),
        kind("face: huge subject", FaceFrameKinds::subject),
        kind("face: many labels", FaceFrameKinds::labels),
        kind("face: odd texts", FaceFrameKinds::odd),
        kind("face: any day", FaceFrameKinds::day),
        kind("face: cut or damaged", FaceFrameKinds::damaged));
  }

  private static HostileKind kind(String name, HostileKind.Maker maker) {
    return new HostileKind(name, WEIGHT, false, maker);
  }

  private static KafkaMessage face(SeedCorpus material, SeededChoices dice) {
    return FrameRecords.frame(material.face(), dice);
  }

  private static HostileInput location(SeedCorpus material, SeededChoices dice) {
    return FrameRecords.of(
        FrameRecords.with(face(material, dice), "ce_location", OversizedTexts.of(dice)));
  }

  private static HostileInput subject(SeedCorpus material, SeededChoices dice) {
    return FrameRecords.of(
        FrameRecords.with(face(material, dice), "ce_subject", OversizedTexts.of(dice)));
  }

  private static HostileInput labels(SeedCorpus material, SeededChoices dice) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = dice.size(1, MAX_LABELS); i > 0; i--) {
      labels.put(dice.odd(6) + i, dice.odd(dice.size(1, 200)));
    }
    String text = new String(Json.write(labels), UTF_8);
    return FrameRecords.of(FrameRecords.with(face(material, dice), "ce_labels", text));
  }

  private static HostileInput odd(SeedCorpus material, SeededChoices dice) {
    KafkaMessage placed = FrameRecords.with(face(material, dice), "ce_location", dice.odd(60));
    return FrameRecords.of(FrameRecords.with(placed, "ce_subject", dice.odd(60)));
  }

  private static HostileInput day(SeedCorpus material, SeededChoices dice) {
    return FrameRecords.of(
        FrameRecords.with(face(material, dice), "ce_time", FrameOrderKinds.anyTime(dice)));
  }

  private static HostileInput damaged(SeedCorpus material, SeededChoices dice) {
    byte[] face =
        dice.chance(0.5)
            ? ByteCorrupter.flipped(material.face(), dice)
            : ByteCorrupter.truncated(material.face(), dice);
    return FrameRecords.of(FrameRecords.frame(face, dice));
  }
}
