package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sightings.faults.hostile.input.HostileInput.HostileRequest;
import io.sightings.faults.hostile.input.HostileInput.Manner;
import java.util.Arrays;
import java.util.List;

/** Requests whose ends cannot be told, and clients that do not behave. */
final class RequestFramingKinds {
  private static final List<String> LENGTHS =
      List.of("-5", "+5", "5 5", "0x5", "9".repeat(40), "9999999999", "", "5,6", " 5", "1e3");

  private RequestFramingKinds() {}

  static List<HostileKind> all() {
    return List.of(
        HostileKind.of("length that cannot be", RequestFramingKinds::length),
        HostileKind.of("two framings", RequestFramingKinds::smuggled),
        HostileKind.of("false chunks", RequestFramingKinds::chunks),
        HostileKind.of("garbage behind a request", RequestFramingKinds::pipelined),
        HostileKind.of("body ends early", (m, d) -> cut(m, Manner.HALF_CLOSES, d)),
        HostileKind.of("leaves midway", (m, d) -> cut(m, Manner.LEAVES, d)),
        HostileKind.of("resets midway", (m, d) -> cut(m, Manner.RESETS, d)),
        HostileKind.rare("stops midway", (m, d) -> cut(m, Manner.WAITS, d)),
        HostileKind.rare("drips", (m, d) -> cut(m, Manner.DRIPS, d)),
        HostileKind.rare("many connections", (m, d) -> cut(m, Manner.FLOODS, d)));
  }

  private static HostileInput length(SeedCorpus material, SeededChoices dice) {
    String path = dice.any(HttpRequests.IMAGES, HttpRequests.VIDEOS);
    String head = HttpRequests.post(path, "Content-Length: " + dice.pick(LENGTHS));
    return HttpRequests.of(head, "abcdef".getBytes(ISO_8859_1), Manner.HALF_CLOSES);
  }

  private static HostileInput smuggled(SeedCorpus material, SeededChoices dice) {
    String framing =
        dice.any(
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 5\r\n" + HttpRequests.CHUNKED,
            HttpRequests.CHUNKED + "\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: rot13",
            "Transfer-Encoding: chunked, gzip",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding: \u000bchunked",
            "Transfer-Encoding: xchunked\r\nContent-Length: 4");
    String smuggled = "0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";
    return HttpRequests.of(
        HttpRequests.post(HttpRequests.IMAGES, framing),
        smuggled.getBytes(ISO_8859_1),
        Manner.HALF_CLOSES);
  }

  private static HostileInput chunks(SeedCorpus material, SeededChoices dice) {
    String chunks =
        dice.any(
            "5\r\nabcdeXX\r\n",
            "zz\r\n",
            "ffffffffffffffffff\r\n",
            "-1\r\n",
            "0\r\nX: y\r\n",
            "5;" + dice.word(dice.size(1, 20_000)) + "\r\nabcde\r\n0\r\n\r\n",
            "5\nabcde\n0\n\n",
            "0\r\n" + "X: y\r\n".repeat(dice.size(1, 3000)) + "\r\n",
            "1\r\na\r\n".repeat(500));
    return HttpRequests.of(
        HttpRequests.post(HttpRequests.IMAGES, HttpRequests.CHUNKED),
        chunks.getBytes(ISO_8859_1),
        Manner.HALF_CLOSES);
  }

  private static HostileInput pipelined(SeedCorpus material, SeededChoices dice) {
    String first = HttpRequests.posted(HttpRequests.IMAGES, "image/png", new byte[4]) + "abcd";
    String garbage =
        dice.chance(0.5) ? dice.odd(dice.size(1, 2000)) : first.repeat(dice.size(1, 9));
    return HttpRequests.of(first, garbage.getBytes(ISO_8859_1), Manner.HALF_CLOSES);
  }

  private static HostileInput cut(SeedCorpus material, Manner manner, SeededChoices dice) {
    byte[] body = material.picture(dice);
    String head = HttpRequests.post(HttpRequests.IMAGES, "Content-Length: " + body.length);
    byte[] whole = ByteCorrupter.joined(head.getBytes(ISO_8859_1), body);
    return new HostileRequest(Arrays.copyOf(whole, 1 + dice.below(whole.length - 1)), manner);
  }
}
