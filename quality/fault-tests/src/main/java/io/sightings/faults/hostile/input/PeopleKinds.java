package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.faults.hostile.input.HostileInput.HostileRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** Hostile records on the topic of people. */
final class PeopleKinds {
  /** Few, so that the topic can be compacted and the gallery stays small. */
  private static final int IDS = 50;

  private static final int MAX_NESTING = 20_000;
  private static final int LONG_NAME = 1_000_000;

  private static final List<Float> NUMBERS =
      List.of(
          Float.NaN,
          Float.POSITIVE_INFINITY,
          Float.MAX_VALUE,
          -Float.MAX_VALUE,
          0f,
          Float.MIN_VALUE,
          1e30f);

  private static final List<String> NOT_JSON =
      List.of(
          "",
          "{",
          "[",
          "null",
          "1",
          "\"\"",
          "{}",
          "[]",
          "{\"id\":}",
          "{\"id\":\"a\"}}",
          "\u0000",
          "{\"id\":1,\"name\":2}",
          "{\"id\":null,\"name\":null,\"templates\":null}",
          "{\"templates\":{}}",
          "{\"templates\":[null]}",
          "{\"templates\":[[]]}",
          "NaN",
          "\ufeff{}");

  private PeopleKinds() {}

  static List<HostileKind> all() {
    return List.of(
        HostileKind.of("malformed JSON", (m, d) -> record(id(d), d.pick(NOT_JSON))),
        HostileKind.of("noise", (m, d) -> of(id(d), d.bytes(d.size(1, 5000)))),
        HostileKind.of("deep nesting", PeopleKinds::nested),
        HostileKind.of("long name", PeopleKinds::longName),
        HostileKind.of("odd name", (m, d) -> named(id(d), d.odd(d.size(1, 200)), m, d)),
        HostileKind.of("key that does not fit", PeopleKinds::key),
        HostileKind.of("wrong length of a template", PeopleKinds::length),
        HostileKind.of("numbers out of range", PeopleKinds::numbers),
        HostileKind.of("wrong base64", PeopleKinds::base64),
        HostileKind.of("many templates", PeopleKinds::many),
        HostileKind.of("another model", PeopleKinds::model),
        HostileKind.of("forgotten before known", (m, d) -> of(id(d), null)),
        HostileKind.of("unknown and doubled fields", PeopleKinds::fields));
  }

  private static String id(SeededChoices dice) {
    return FrameRecords.PREFIX + dice.below(IDS);
  }

  private static HostileInput of(String key, byte[] value) {
    return new HostileRecord(
        new KafkaMessage(key.getBytes(UTF_8), value, List.of(), KafkaMessage.NOW));
  }

  private static HostileInput record(String key, String json) {
    return of(key, json.getBytes(UTF_8));
  }

  private static HostileInput nested(SeedCorpus material, SeededChoices dice) {
    int depth = dice.size(10, MAX_NESTING);
    String open = dice.any("[", "{\"a\":", "{\"templates\":[");
    return record(id(dice), open.repeat(depth));
  }

  private static HostileInput longName(SeedCorpus material, SeededChoices dice) {
    String unit = dice.any("x", "\\u0001", "\u00e9");
    int length = dice.chance(0.05) ? LONG_NAME : dice.size(100, 20_000);
    String id = id(dice);
    return record(id, json(id, unit.repeat(length), template(material.model(), vector(8, dice))));
  }

  private static HostileInput named(
      String id, String name, SeedCorpus material, SeededChoices dice) {
    String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
    return record(id, json(id, quoted, template(material.model(), vector(8, dice))));
  }

  private static HostileInput key(SeedCorpus material, SeededChoices dice) {
    byte[] key = dice.any(null, new byte[0], dice.bytes(8), dice.bytes(dice.size(1, 100_000)));
    String value = json(id(dice), "Eve", "");
    return new HostileRecord(
        new KafkaMessage(key, value.getBytes(UTF_8), List.of(), KafkaMessage.NOW));
  }

  private static HostileInput length(SeedCorpus material, SeededChoices dice) {
    int length = dice.any(0, 1, material.vectorLength() - 1, material.vectorLength() + 1, 50_000);
    String id = id(dice);
    return record(id, json(id, "Eve", template(material.model(), vector(length, dice))));
  }

  private static HostileInput numbers(SeedCorpus material, SeededChoices dice) {
    ByteBuffer vector = floats(material.vectorLength());
    for (int i = 0; i < material.vectorLength(); i++) {
      vector.putFloat(dice.pick(NUMBERS));
    }
    String id = id(dice);
    return record(id, json(id, "Eve", template(material.model(), encoded(vector))));
  }

  private static HostileInput base64(SeedCorpus material, SeededChoices dice) {
    String id = id(dice);
    String text = dice.any("=", "AAA", "====", "A A=", "\\u0000", "AAAAAA", dice.word(101));
    return record(id, json(id, "Eve", template(material.model(), text)));
  }

  private static HostileInput many(SeedCorpus material, SeededChoices dice) {
    String one = template(material.model(), vector(material.vectorLength(), dice));
    int count = dice.size(2, Math.max(2, 300_000 / one.length()));
    String id = id(dice);
    return record(id, json(id, "Eve", (one + ",").repeat(count) + one));
  }

  private static HostileInput model(SeedCorpus material, SeededChoices dice) {
    String id = id(dice);
    String model = dice.any("", "null", dice.word(dice.size(1, 5000)), "../x");
    return record(id, json(id, "Eve", template(model, vector(16, dice))));
  }

  private static HostileInput fields(SeedCorpus material, SeededChoices dice) {
    String id = id(dice);
    String extra = ("\"" + dice.word(5) + "\":1e400,").repeat(dice.size(1, 2000));
    return record(id, "{" + extra + json(id, "Eve", "").substring(1));
  }

  private static String json(String id, String name, String templates) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"templates\":[%s]}".formatted(id, name, templates);
  }

  private static String template(String model, String vector) {
    return "{\"model\":\"%s\",\"vector\":\"%s\",\"photo\":\"\",\"file\":\"\",\"quality\":1e9}"
        .formatted(model, vector);
  }

  private static String vector(int length, SeededChoices dice) {
    ByteBuffer vector = floats(length);
    for (int i = 0; i < length; i++) {
      vector.putFloat(dice.below(2000) / 1000f - 1);
    }
    return encoded(vector);
  }

  private static ByteBuffer floats(int length) {
    return ByteBuffer.allocate(4 * length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String encoded(ByteBuffer vector) {
    return Base64.getEncoder().encodeToString(vector.array());
  }
}
