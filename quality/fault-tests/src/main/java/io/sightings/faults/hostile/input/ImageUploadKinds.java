package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sightings.faults.hostile.input.HostileInput.Manner;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Hostile pictures by HTTP, alone and in parts. */
final class ImageUploadKinds {
  private static final List<String> TYPES =
      List.of("image/jpeg", "image/png", "image/webp", "image/bmp", "application/octet-stream");

  private static final List<String> TIMES =
      List.of(
          "yesterday",
          "2026-11-21T09:30:00",
          "2026-99-99T09:30:00Z",
          "1969-12-31T23:59:59Z",
          "2199-12-31T23:59:59Z",
          "+999999999-12-31T23:59:59Z",
          "%ff",
          "%00",
          "%F0%9F%98%80",
          "1e9",
          "9".repeat(3000));

  private static final int MAX_PARTS = 150;

  private ImageUploadKinds() {}

  static List<HostileKind> all() {
    List<HostileKind> all = new ArrayList<>();
    for (PictureKinds.PictureKind kind : PictureKinds.all()) {
      all.add(
          new HostileKind(
              kind.name(),
              kind.weight(),
              false,
              (material, dice) -> upload(kind.painter().paint(material, dice), dice)));
    }
    all.add(HostileKind.of("wrong type", ImageUploadKinds::wrongType));
    all.add(HostileKind.of("capture time that cannot be", ImageUploadKinds::time));
    all.add(HostileKind.of("odd file name", ImageUploadKinds::named));
    all.add(HostileKind.of("parts of all kinds", ImageUploadKinds::parts));
    all.add(HostileKind.of("parts cut off", ImageUploadKinds::cutParts));
    all.add(HostileKind.of("parts with odd headers", ImageUploadKinds::oddParts));
    all.add(HostileKind.of("idempotency keys", ImageUploadKinds::keyed));
    return List.copyOf(all);
  }

  private static HostileInput upload(byte[] body, SeededChoices dice, String... headers) {
    String head = HttpRequests.posted(HttpRequests.IMAGES, dice.pick(TYPES), body, headers);
    return HttpRequests.of(head, body, Manner.KEEPS);
  }

  private static HostileInput wrongType(SeedCorpus material, SeededChoices dice) {
    byte[] body = material.picture(dice);
    String type = dice.any("text/plain", "image/", "video/mp4", "multipart/mixed", dice.word(2000));
    return HttpRequests.of(
        HttpRequests.posted(HttpRequests.IMAGES, type, body), body, Manner.KEEPS);
  }

  private static HostileInput time(SeedCorpus material, SeededChoices dice) {
    byte[] body = material.picture(dice);
    if (dice.chance(0.5)) {
      return upload(body, dice, "X-Captured-At: " + dice.pick(TIMES));
    }
    String path = HttpRequests.IMAGES + "?capturedAt=" + dice.pick(TIMES);
    return HttpRequests.of(HttpRequests.posted(path, "image/jpeg", body), body, Manner.KEEPS);
  }

  private static HostileInput named(SeedCorpus material, SeededChoices dice) {
    return upload(
        material.picture(dice), dice, "Content-Disposition: attachment; filename=" + name(dice));
  }

  private static HostileInput keyed(SeedCorpus material, SeededChoices dice) {
    String key = dice.any("a", "b", dice.word(dice.size(1, 4000)), "..%2f..", "\u00ff\u0080");
    return upload(material.picture(dice), dice, "Idempotency-Key: " + key);
  }

  /** Quoted, and without line breaks, which would end the header. */
  private static String name(SeededChoices dice) {
    return "\"" + dice.odd(dice.size(1, 300)).replaceAll("[\r\n\"]", "?") + "\"";
  }

  private static HostileInput parts(SeedCorpus material, SeededChoices dice) {
    return multipart(body(dice.size(1, MAX_PARTS), "Content-Type: image/png", material, dice));
  }

  private static HostileInput cutParts(SeedCorpus material, SeededChoices dice) {
    return multipart(
        ByteCorrupter.truncated(body(3, "Content-Type: image/jpeg", material, dice), dice));
  }

  private static HostileInput oddParts(SeedCorpus material, SeededChoices dice) {
    String headers =
        dice.any(
            "X-Long: " + dice.word(dice.size(1, 20_000)),
            ": :",
            "",
            "Content-Length: -1",
            "Content-Disposition: form-data; name=\"" + dice.word(3) + "\"; filename=" + name(dice),
            "Content-Type: multipart/mixed; boundary=" + HttpRequests.BOUNDARY,
            "X-Captured-At: " + dice.pick(TIMES),
            "Content-Transfer-Encoding: base64");
    return multipart(body(dice.size(1, 10), headers, material, dice));
  }

  private static HostileInput multipart(byte[] body) {
    String type = "multipart/form-data; boundary=" + HttpRequests.BOUNDARY;
    return HttpRequests.of(
        HttpRequests.posted(HttpRequests.IMAGES, type, body), body, Manner.KEEPS);
  }

  private static byte[] body(int count, String headers, SeedCorpus material, SeededChoices dice) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      body.writeBytes(
          ("--" + HttpRequests.BOUNDARY + "\r\n" + headers + "\r\n\r\n").getBytes(ISO_8859_1));
      // Of many parts few are pictures: each would be a frame.
      body.writeBytes(i < 2 ? material.picture(dice) : dice.bytes(dice.below(50)));
      body.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    body.writeBytes(("--" + HttpRequests.BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
    return body.toByteArray();
  }
}
