package io.sightings.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Bodies that are no pictures, or not such as are taken. */
final class PictureAttacks {
  /** More than image.maxBytes. */
  private static final int TOO_MANY = (8 << 20) + 1;

  private PictureAttacks() {}

  static List<Attack> all() {
    byte[] packed = Pictures.packed(1024);
    return List.of(
        body("web page called a picture", 415, random -> words("<html>", random)),
        body("noise called a picture", 415, PictureAttacks::noise),
        body("GIF", 415, random -> Pictures.drawn("gif", random)),
        body("no bytes", 422, random -> new byte[0]),
        body("truncated JPEG", 422, random -> cut("jpg", random)),
        body("truncated PNG", 422, random -> cut("png", random)),
        body("huge PNG with a packed gigabyte", 422, random -> Pictures.huge(random, packed)),
        body("EXIF that copies itself", 422, Pictures::copiedExif),
        typed("picture called a text", 415, "text/plain"),
        typed("picture called JSON", 415, "application/json"),
        typed("packed body", 415, "image/png\r\nContent-Encoding: gzip"),
        Attack.of(
            "too long, as announced",
            413,
            random ->
                Hostile.request(
                    Heads.post(Heads.IMAGES, "Content-Length: 9999999999"), cut("jpg", random))),
        Attack.of("too long, unannounced", 413, random -> chunked(new byte[TOO_MANY])),
        Attack.of("picture sent as a video", 415, random -> video(Pictures.good(random))),
        Attack.of("no bytes as a video", 422, random -> video(new byte[0])));
  }

  private static Attack body(String name, int answer, Function<Random, byte[]> body) {
    return Attack.of(
        name,
        answer,
        random -> {
          byte[] bytes = body.apply(random);
          return Hostile.request(
              Heads.post(Heads.IMAGES, "Content-Type: image/jpeg", Heads.length(bytes)), bytes);
        });
  }

  private static Attack typed(String name, int answer, String type) {
    return Attack.of(
        name,
        answer,
        random -> {
          byte[] bytes = Pictures.good(random);
          return Hostile.request(
              Heads.post(Heads.IMAGES, "Content-Type: " + type, Heads.length(bytes)), bytes);
        });
  }

  private static byte[] video(byte[] body) {
    return Hostile.request(
        Heads.post(Heads.VIDEOS, "Content-Type: video/mp4", Heads.length(body)), body);
  }

  private static byte[] chunked(byte[] body) {
    String head =
        Heads.post(Heads.IMAGES, "Transfer-Encoding: chunked")
            + Integer.toHexString(body.length)
            + "\r\n";
    return Hostile.request(head, body);
  }

  private static byte[] cut(String format, Random random) {
    byte[] whole = Pictures.drawn(format, random);
    return Arrays.copyOf(whole, 100 + random.nextInt(whole.length - 120));
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[20 + random.nextInt(20_000)];
    random.nextBytes(noise);
    noise[0] = 0;
    return noise;
  }

  private static byte[] words(String word, Random random) {
    return word.repeat(1 + random.nextInt(1000)).getBytes(ISO_8859_1);
  }
}
