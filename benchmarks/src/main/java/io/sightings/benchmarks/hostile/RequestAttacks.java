package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Good pictures with bad heads: they must be refused before they are read. */
final class RequestAttacks {
  private static final List<String> TRICKS =
      List.of(
          "..",
          "%2e%2e",
          "..%2f..%2f..%2fetc%2fpasswd",
          "door%2f..%2fdoor",
          "door%00",
          "door%00.jpg",
          "%ff%fe",
          "%u002e%u002e",
          "t\u00fcr",
          "door;jsessionid=1",
          "door\\..\\door",
          "-door",
          "%",
          "door%20",
          "a".repeat(129),
          "a".repeat(5000));

  private static final List<String> TIMES =
      List.of(
          "yesterday",
          "2026-11-21T09:30:00",
          "2026-99-99T09:30:00Z",
          "1969-12-31T23:59:59Z",
          "+999999999-12-31T23:59:59Z",
          "%ff",
          "9".repeat(3000));

  private RequestAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "path tricks", Set.of(400, 404), waits(random -> Heads.post(trick(random), "%s"))),
        head("unknown source", 404, random -> Heads.post("/v1/sources/nobody/images", "%s")),
        head("bad capture time", 400, random -> time(random)),
        head(
            "bad capture time in a header",
            400,
            random -> Heads.post(Heads.IMAGES, "X-Captured-At: soon", "%s")),
        head("no token", 401, random -> Heads.bare("POST " + Heads.IMAGES, "%s")),
        head("wrong token", 401, random -> token("Bearer " + random.nextLong())),
        head("other credentials", 401, random -> token("Basic YWRtaW46YWRtaW4=")),
        head("wrong method", 405, random -> Heads.bare("PUT " + Heads.IMAGES, "%s")),
        head("wrong place", 404, random -> Heads.bare("POST /upload.php", "%s")));
  }

  private static Attack head(String name, int answer, Function<Random, String> head) {
    return new Attack(name, Set.of(answer), waits(head));
  }

  /**
   * @param head with a place for the length of the picture that follows
   */
  private static Function<Random, Hostile> waits(Function<Random, String> head) {
    return random -> {
      byte[] picture = Pictures.good(random);
      String whole =
          head.apply(random).replace("\r\n%s\r\n", "\r\n" + Heads.length(picture) + "\r\n");
      return Hostile.waits(Hostile.request(whole, picture));
    };
  }

  private static String trick(Random random) {
    String id = TRICKS.get(random.nextInt(TRICKS.size()));
    return "/v1/sources/" + new String(id.getBytes(ISO_8859_1), ISO_8859_1) + "/images";
  }

  private static String time(Random random) {
    return Heads.post(
        Heads.IMAGES + "?capturedAt=" + TIMES.get(random.nextInt(TIMES.size())), "%s");
  }

  private static String token(String value) {
    return Heads.bare("POST " + Heads.IMAGES, "Authorization: " + value, "%s");
  }
}
