package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies of several parts, none of which is a picture. */
final class MultipartAttacks {
  private static final String END = "--" + Heads.BOUNDARY + "--\r\n";

  private MultipartAttacks() {}

  static List<Attack> all() {
    return List.of(
        Attack.of("parts without an end", 400, random -> cut(random)),
        Attack.of("no part", 400, random -> parts(0, "", new byte[0])),
        Attack.of("a thousand parts", 413, random -> parts(1000, "", new byte[1])),
        Attack.of("endless headers of a part", 400, MultipartAttacks::endless),
        Attack.of("rubbish as headers of a part", 400, random -> parts(1, ": :\r\n", new byte[9])),
        Attack.of("parts of rubbish", 415, random -> parts(5, "", "rubbish!".getBytes(ISO_8859_1))),
        Attack.of("parts within parts", 415, random -> nested()),
        Attack.of(
            "no boundary",
            400,
            random ->
                Hostile.request(
                    Heads.post(Heads.IMAGES, "Content-Type: multipart/mixed", "Content-Length: 0"),
                    new byte[0])));
  }

  private static byte[] endless(Random random) {
    return parts(1, "X-Long: " + "x".repeat(9000 + random.nextInt(9000)) + "\r\n", new byte[1]);
  }

  private static byte[] nested() {
    return parts(
        1,
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "--b\r\n\r\nx\r\n--b--".getBytes(ISO_8859_1));
  }

  private static byte[] cut(Random random) {
    byte[] body = body(3, "Content-Type: image/jpeg\r\n", new byte[500]);
    return request(Arrays.copyOf(body, 1 + random.nextInt(body.length - END.length())));
  }

  private static byte[] parts(int count, String headers, byte[] content) {
    return request(body(count, headers, content));
  }

  private static byte[] request(byte[] body) {
    return Hostile.request(Heads.post(Heads.IMAGES, Heads.MULTIPART, Heads.length(body)), body);
  }

  private static byte[] body(int count, String headers, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      body.writeBytes(("--" + Heads.BOUNDARY + "\r\n" + headers + "\r\n").getBytes(ISO_8859_1));
      body.writeBytes(content);
      body.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    body.writeBytes(END.getBytes(ISO_8859_1));
    return body.toByteArray();
  }
}
