package io.sightings.benchmarks.hostile;

import static io.sightings.benchmarks.hostile.Hostile.Manner;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** What is hardly HTTP, and clients that do not behave. */
final class ProtocolAttacks {
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private ProtocolAttacks() {}

  static List<Attack> all() {
    return List.of(
        text(
            "rubbish instead of a request",
            400,
            random -> "rubbish " + random.nextLong() + "\r\n\r\n"),
        text("TLS instead of HTTP", 400, random -> "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"),
        text("HTTP of the future", 400, random -> "POST / HTTP/9.9\r\nHost: x\r\n\r\n"),
        text("two lengths", 400, random -> lengths()),
        text("a length below zero", 400, random -> Heads.post(Heads.IMAGES, "Content-Length: -5")),
        text(
            "a length beyond all numbers",
            400,
            random -> Heads.post(Heads.IMAGES, "Content-Length: " + "9".repeat(40))),
        text(
            "unknown framing", 400, random -> Heads.post(Heads.IMAGES, "Transfer-Encoding: rot13")),
        text("false chunks", 400, random -> Heads.post(Heads.IMAGES, CHUNKED) + "5\r\nabcdeXX\r\n"),
        text(
            "chunks without a number", 400, random -> Heads.post(Heads.IMAGES, CHUNKED) + "zz\r\n"),
        text("flood of headers", 431, random -> Heads.post(Heads.IMAGES, flood(random))),
        text(
            "endless address",
            414,
            random -> Heads.bare("GET /" + "a".repeat(9000 + random.nextInt(9000)))),
        new Attack("ends before its end", Set.of(400), half(Manner.HALF_CLOSES)),
        new Attack("leaves midway", Set.of(0), half(Manner.LEAVES)),
        new Attack("is cut off midway", Set.of(0), half(Manner.RESETS)),
        new Attack(
            "leaves in its head",
            Set.of(0),
            random -> new Hostile(headOnly(random), Manner.LEAVES)));
  }

  /** Those that take as long as the server lets them. */
  static List<Attack> slow() {
    return List.of(
        new Attack("drips", Set.of(408), half(Manner.DRIPS)),
        new Attack("stops", Set.of(408), half(Manner.WAITS)));
  }

  private static Attack text(String name, int answer, Function<Random, String> text) {
    return Attack.of(name, answer, random -> text.apply(random).getBytes(ISO_8859_1));
  }

  private static String lengths() {
    return Heads.post(Heads.IMAGES, "Content-Length: 5", "Content-Length: 6") + "abcdef";
  }

  private static String flood(Random random) {
    return ("X-Filler: " + random.nextLong() + "\r\n").repeat(500).stripTrailing();
  }

  private static Function<Random, Hostile> half(Manner manner) {
    return random -> {
      byte[] picture = Pictures.good(random);
      byte[] whole = Hostile.request(Heads.post(Heads.IMAGES, Heads.length(picture)), picture);
      return new Hostile(Arrays.copyOf(whole, whole.length - picture.length / 2), manner);
    };
  }

  private static byte[] headOnly(Random random) {
    String head = Heads.post(Heads.IMAGES, "Content-Length: 5000");
    return head.substring(0, 1 + random.nextInt(head.length() - 3)).getBytes(ISO_8859_1);
  }
}
