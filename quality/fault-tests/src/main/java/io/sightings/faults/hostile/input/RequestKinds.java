package io.sightings.faults.hostile.input;

import io.sightings.faults.hostile.input.HostileInput.HostileRequest;
import io.sightings.faults.hostile.input.HostileInput.Manner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Hostile requests, from their first line to their framing. */
final class RequestKinds {
  private static final List<String> TRICKS =
      List.of(
          "..",
          "%2e%2e",
          "..%2f..%2f..%2fetc%2fpasswd",
          "hostile-door%2f..%2fx",
          "hostile-door%00",
          "%ff%fe",
          "%u002e",
          "t\u00fcr",
          "a;jsessionid=1",
          "a\\..\\b",
          "-a",
          "%",
          "a%20",
          "//",
          "\t");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/health",
          "/ready",
          "/metrics",
          "/v1",
          HttpRequests.IMAGES,
          HttpRequests.VIDEOS,
          "/x");

  private static final List<String> METHODS =
      List.of(
          "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get");

  private RequestKinds() {}

  static List<HostileKind> all() {
    List<HostileKind> all = new ArrayList<>();
    all.add(HostileKind.of("noise as a request", (m, d) -> bytes(d.bytes(d.size(1, 20_000)))));
    all.add(HostileKind.of("request line", RequestKinds::line));
    all.add(HostileKind.of("path tricks", RequestKinds::path));
    all.add(HostileKind.of("token missing or wrong", RequestKinds::token));
    all.add(HostileKind.of("method on a path", RequestKinds::method));
    all.add(HostileKind.of("long address", (m, d) -> text(HttpRequests.get("/" + longText(d)))));
    all.add(
        HostileKind.of("long header", (m, d) -> text(HttpRequests.get("/", "X: " + longText(d)))));
    all.add(HostileKind.of("many headers", RequestKinds::many));
    all.add(HostileKind.of("odd header", RequestKinds::odd));
    all.add(HostileKind.of("flipped bits of a request", RequestKinds::flipped));
    all.add(HostileKind.of("other protocols", RequestKinds::protocol));
    all.addAll(RequestFramingKinds.all());
    return List.copyOf(all);
  }

  private static HostileInput bytes(byte[] bytes) {
    return new HostileRequest(bytes, Manner.HALF_CLOSES);
  }

  private static HostileInput text(String text) {
    return HttpRequests.text(text);
  }

  private static String longText(SeededChoices dice) {
    return dice.any("a", "%41", "/", "?", "../").repeat(dice.size(10, 30_000));
  }

  private static HostileInput line(SeedCorpus material, SeededChoices dice) {
    String method = dice.chance(0.6) ? dice.pick(METHODS) : dice.odd(dice.size(1, 50));
    String version =
        dice.any("HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/9.9", "HTTP/", "", "\u0000");
    String gap = dice.any(" ", "  ", "\t", "");
    String end = dice.any("\r\n", "\n", "\r", "\r\n ");
    return bytes(
        (method + gap + dice.pick(PATHS) + gap + version + end + "Host: x" + end + end)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static HostileInput path(SeedCorpus material, SeededChoices dice) {
    String id = dice.chance(0.8) ? dice.pick(TRICKS) : dice.word(dice.size(100, 5000));
    byte[] body = material.picture(dice);
    String path = "/v1/sources/" + id + dice.any("/images", "/videos", "/images/", "");
    return HttpRequests.of(
        HttpRequests.post(path, "Content-Length: " + body.length), body, Manner.HALF_CLOSES);
  }

  private static HostileInput token(SeedCorpus material, SeededChoices dice) {
    String token =
        dice.any(
            "",
            "Authorization: Bearer\r\n",
            "Authorization: Bearer " + dice.word(30) + "\r\n",
            "Authorization: Basic YWRtaW46YWRtaW4=\r\n",
            "Authorization: Bearer " + dice.word(7000) + "\r\n");
    byte[] body = material.picture(dice);
    return HttpRequests.of(
        "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(HttpRequests.IMAGES, token, body.length),
        body,
        Manner.HALF_CLOSES);
  }

  private static HostileInput method(SeedCorpus material, SeededChoices dice) {
    String line = dice.pick(METHODS) + " " + dice.pick(PATHS) + " HTTP/1.1\r\n";
    return bytes(
        (line + "Host: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static HostileInput many(SeedCorpus material, SeededChoices dice) {
    String one = "X-" + dice.word(5) + ": " + dice.word(dice.size(1, 100)) + "\r\n";
    return text(HttpRequests.get(dice.pick(PATHS), one.repeat(dice.size(5, 2000))));
  }

  private static HostileInput odd(SeedCorpus material, SeededChoices dice) {
    String header =
        dice.any(
            "Host: y",
            "Host: ",
            "Content-Length: 0, 0",
            "Expect: 100-continue",
            "Expect: magic",
            "Upgrade: h2c\r\nHTTP2-Settings: AAAA",
            "Range: bytes=0-,1-,2-",
            "TE: trailers, \u0001",
            "Connection: close, keep-alive, upgrade",
            "Content-Encoding: gzip",
            ": x",
            "X Y: z",
            "X: a\r\n b\r\n\tc",
            "Accept: " + "*/*,".repeat(200),
            "If-Match: *",
            "Cookie: a=b;".repeat(50),
            "X-Forwarded-For: ::1",
            "Forwarded: for=_x",
            dice.odd(50).replace("\r\n", ""));
    return text(
        dice.chance(0.5)
            ? HttpRequests.get(dice.pick(PATHS), header)
            : HttpRequests.post(HttpRequests.IMAGES, header, "Content-Length: 4") + "abcd");
  }

  private static HostileInput flipped(SeedCorpus material, SeededChoices dice) {
    byte[] picture = material.picture(dice);
    String head = HttpRequests.post(HttpRequests.IMAGES, "Content-Length: " + picture.length);
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    return bytes(ByteCorrupter.joined(ByteCorrupter.flipped(bytes, dice), picture));
  }

  private static HostileInput protocol(SeedCorpus material, SeededChoices dice) {
    return text(
        dice.any(
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
            "\26\3\1\2\0\1\0\1\374\3\3",
            "SSH-2.0-x\r\n",
            "EHLO x\r\n",
            "OPTIONS rtsp://x RTSP/1.0\r\n\r\n",
            "\0\0\0\0",
            "*1\r\n$4\r\nPING\r\n",
            "GET http://127.0.0.1:9/ HTTP/1.1\r\nHost: x\r\n\r\n",
            "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n",
            "\r\n".repeat(500)));
  }
}
