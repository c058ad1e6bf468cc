package io.sightings.faults.hostile.input;

import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.KafkaMessage.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Hostile records on the topic of frames. */
final class FrameKinds {
  private static final List<String> HEADERS =
      List.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_time",
          "ce_epoch",
          "ce_sequence",
          "ce_sourcekind",
          "ce_width",
          "ce_height",
          "content-type");

  private static final List<String> TEXTS =
      List.of(
          "ce_location",
          "ce_subject",
          "ce_labels",
          "ce_clock",
          "ce_blindfrom",
          "ce_other",
          "other");

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "+1",
          " 1",
          "1e5",
          "1.0",
          "0x10",
          "9223372036854775807",
          "9223372036854775808",
          "65535",
          "65536",
          "2147483648",
          "\u0663",
          "NaN",
          "",
          "99999999999999999999999999");

  private static final int HUGE_VALUE = 9 << 20;
  private static final int MAX_HEADERS = 3000;

  private FrameKinds() {}

  static List<HostileKind> all() {
    List<HostileKind> all = new ArrayList<>();
    all.add(HostileKind.of("header missing", FrameKinds::missing));
    all.add(HostileKind.of("header huge", FrameKinds::huge));
    all.add(HostileKind.of("header not UTF-8", FrameKinds::notText));
    all.add(HostileKind.of("header without a value", FrameKinds::valueless));
    all.add(HostileKind.of("header doubled", FrameKinds::doubled));
    all.add(HostileKind.of("header with odd characters", FrameKinds::odd));
    all.add(HostileKind.of("header with an odd name", FrameKinds::oddName));
    all.add(HostileKind.of("many headers", FrameKinds::many));
    all.add(HostileKind.of("number out of range", FrameKinds::number));
    all.add(HostileKind.of("sides that lie", FrameKinds::sides));
    all.add(HostileKind.of("key that does not fit", FrameKinds::key));
    all.add(HostileKind.of("type that does not fit", FrameKinds::type));
    all.add(HostileKind.of("headers shuffled", FrameKinds::shuffled));
    all.add(HostileKind.of("source never seen", FrameKinds::newSource));
    all.add(HostileKind.rare("value of the largest size", FrameKinds::largest));
    all.addAll(FrameOrderKinds.all());
    all.addAll(FaceFrameKinds.all());
    for (PictureKinds.PictureKind kind : PictureKinds.all()) {
      all.add(
          new HostileKind(
              kind.name(),
              kind.weight(),
              false,
              (material, dice) ->
                  FrameRecords.of(FrameRecords.frame(kind.painter().paint(material, dice), dice))));
    }
    return List.copyOf(all);
  }

  private static KafkaMessage good(SeedCorpus material, SeededChoices dice) {
    return FrameRecords.frame(material.picture(dice), dice);
  }

  private static HostileInput missing(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = good(material, dice);
    for (int i = dice.size(1, HEADERS.size()); i > 0; i--) {
      message = FrameRecords.without(message, dice.pick(HEADERS));
    }
    return FrameRecords.of(message);
  }

  private static HostileInput huge(SeedCorpus material, SeededChoices dice) {
    String header = dice.chance(0.5) ? dice.pick(TEXTS) : dice.pick(HEADERS);
    return FrameRecords.of(
        FrameRecords.with(good(material, dice), header, OversizedTexts.of(dice)));
  }

  private static HostileInput notText(SeedCorpus material, SeededChoices dice) {
    String header = dice.chance(0.5) ? dice.pick(TEXTS) : dice.pick(HEADERS);
    return FrameRecords.of(
        FrameRecords.with(good(material, dice), header, dice.bytes(dice.size(1, 100))));
  }

  private static HostileInput valueless(SeedCorpus material, SeededChoices dice) {
    String header = dice.chance(0.5) ? dice.pick(TEXTS) : dice.pick(HEADERS);
    byte[] value = dice.chance(0.5) ? null : new byte[0];
    return FrameRecords.of(FrameRecords.with(good(material, dice), header, value));
  }

  private static HostileInput doubled(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = good(material, dice);
    List<Header> headers = new ArrayList<>(message.headers());
    Header one = dice.pick(message.headers());
    headers.add(dice.chance(0.5) ? one : new Header(one.name(), dice.bytes(5)));
    return FrameRecords.of(
        new KafkaMessage(message.key(), message.value(), headers, KafkaMessage.NOW));
  }

  private static HostileInput odd(SeedCorpus material, SeededChoices dice) {
    String header = dice.chance(0.6) ? dice.pick(TEXTS) : dice.pick(HEADERS);
    return FrameRecords.of(
        FrameRecords.with(good(material, dice), header, dice.odd(dice.size(1, 300))));
  }

  private static HostileInput oddName(SeedCorpus material, SeededChoices dice) {
    String name = dice.any("", "ce_", "CE_TIME", dice.odd(20), dice.word(dice.size(1, 20_000)));
    return FrameRecords.of(FrameRecords.with(good(material, dice), name, dice.odd(10)));
  }

  private static HostileInput many(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = good(material, dice);
    List<Header> headers = new ArrayList<>(message.headers());
    for (int i = dice.size(10, MAX_HEADERS); i > 0; i--) {
      headers.add(new Header("ce_x" + dice.below(100), dice.bytes(dice.below(20))));
    }
    return FrameRecords.of(
        new KafkaMessage(message.key(), message.value(), headers, KafkaMessage.NOW));
  }

  private static HostileInput number(SeedCorpus material, SeededChoices dice) {
    String header = dice.any("ce_sequence", "ce_width", "ce_height", "ce_specversion");
    return FrameRecords.of(FrameRecords.with(good(material, dice), header, dice.pick(NUMBERS)));
  }

  private static HostileInput sides(SeedCorpus material, SeededChoices dice) {
    KafkaMessage wide =
        FrameRecords.with(good(material, dice), "ce_width", "" + dice.any(1, 63, 1920, 65_535));
    return FrameRecords.of(
        FrameRecords.with(wide, "ce_height", "" + dice.any(1, 47, 1080, 65_535)));
  }

  private static HostileInput key(SeedCorpus material, SeededChoices dice) {
    byte[] key =
        dice.any(null, new byte[0], dice.bytes(8), dice.bytes(dice.size(1, 300_000)), new byte[1]);
    return FrameRecords.of(FrameRecords.keyed(good(material, dice), key));
  }

  private static HostileInput type(SeedCorpus material, SeededChoices dice) {
    FrameType type = dice.pick(List.of(FrameType.values()));
    KafkaMessage message = FrameRecords.frame(FrameType.HEARTBEAT, null, dice);
    byte[] value = dice.chance(0.5) ? dice.bytes(dice.size(1, 500)) : null;
    return FrameRecords.of(
        FrameRecords.with(
            new KafkaMessage(message.key(), value, message.headers(), KafkaMessage.NOW),
            "ce_type",
            dice.chance(0.8) ? type.eventType() : dice.odd(12)));
  }

  private static HostileInput shuffled(SeedCorpus material, SeededChoices dice) {
    KafkaMessage message = good(material, dice);
    List<Header> headers = new ArrayList<>(message.headers());
    int one = dice.below(headers.size());
    int other = dice.below(headers.size());
    Collections.rotate(headers, dice.below(headers.size()));
    String name = headers.get(one).name();
    headers.set(one, new Header(name, headers.get(other).value()));
    return FrameRecords.of(
        new KafkaMessage(message.key(), message.value(), headers, KafkaMessage.NOW));
  }

  private static HostileInput newSource(SeedCorpus material, SeededChoices dice) {
    String id = FrameRecords.PREFIX + dice.word(dice.any(8, 16, 120));
    KafkaMessage message = good(material, dice);
    KafkaMessage renamed = FrameRecords.with(message, "ce_source", "/sources/" + id);
    return FrameRecords.of(
        FrameRecords.numbered(
            FrameRecords.keyed(renamed, id.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            "run",
            dice.below(10)));
  }

  private static HostileInput largest(SeedCorpus material, SeededChoices dice) {
    byte[] picture = material.jpeg();
    byte[] value = ByteCorrupter.joined(picture, new byte[HUGE_VALUE - dice.size(1, 1 << 20)]);
    return FrameRecords.of(FrameRecords.frame(value, dice));
  }
}
