package io.sightings.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.FrameCodec;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.kafka.TopicPlan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;

/**
 * A record that nobody can use.
 *
 * @param what is wrong with it
 * @param message the record
 * @param reason why it is rejected
 */
record Poison(String what, KafkaMessage message, RejectReason reason) {
  static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final int HUGE = 10_000;
  private static final long SEVENTY_YEARS = 70L * 365 * 24 * 3600;

  /** Everything the outside world has been seen to send, each by a source of its own. */
  static List<Poison> all(byte[] picture) throws IOException {
    List<Poison> all = new ArrayList<>(pictures(picture));
    all.addAll(headers(picture));
    all.addAll(orders(picture));
    return all;
  }

  private static List<Poison> pictures(byte[] picture) throws IOException {
    byte[] tooMany = Arrays.copyOf(picture, (8 << 20) + 1);
    return List.of(
        of("truncated", Arrays.copyOf(picture, picture.length / 3), RejectReason.UNREADABLE_IMAGE),
        of("a text", "not a picture".getBytes(UTF_8), RejectReason.UNREADABLE_IMAGE),
        of("a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(ISO_8859_1), RejectReason.UNREADABLE_IMAGE),
        of("a video", mp4(), RejectReason.UNREADABLE_IMAGE),
        of("a PNG of 100 megapixels", hugePng(), RejectReason.TOO_LARGE),
        of("a JPEG that says 100 megapixels", hugeJpeg(picture), RejectReason.TOO_LARGE),
        of("more than 8 MiB", tooMany, RejectReason.TOO_LARGE),
        of("all that the topic takes", asLargeAsTheTopicTakes(), RejectReason.TOO_LARGE),
        of("no bytes", new byte[0], RejectReason.EMPTY_IMAGE),
        of("no value", null, RejectReason.EMPTY_IMAGE));
  }

  private static List<Poison> headers(byte[] picture) {
    KafkaMessage good = message("absurd", 0, 0, picture);
    String longId = "x".repeat(10 << 10);
    return List.of(
        malformed("no headers", new KafkaMessage(good.key(), picture, List.of(), KafkaMessage.NOW)),
        malformed("another version", with(good, "ce_specversion", "0.3")),
        malformed("an unknown type", with(good, "ce_type", "com.example.order")),
        malformed("a time in words", with(good, "ce_time", "the day after tomorrow")),
        malformed("a time in year 9999", with(good, "ce_time", "9999-01-01T00:00:00Z")),
        malformed("a negative number", with(good, "ce_sequence", "-1")),
        malformed("a picture a million wide", with(good, "ce_width", "1000000")),
        malformed("an epoch with a line break", with(good, "ce_epoch", "a\nb")),
        malformed("labels that are no JSON", with(good, "ce_labels", "{floor:")),
        malformed(
            "a location of two million control characters",
            with(good, "ce_location", "\u0001".repeat(2_000_000))),
        malformed("a subject of 2 KB", with(good, "ce_subject", "s".repeat(2 << 10))),
        malformed("labels of a megabyte", with(good, "ce_labels", labels(1, 1 << 20))),
        malformed("a thousand labels", with(good, "ce_labels", labels(1000, 1))),
        malformed("an id of another frame", with(good, "ce_id", "absurd/run1/7")),
        malformed("a header that is no UTF-8", with(good, "ce_source", new byte[] {(byte) 0xff})),
        malformed("a header without a value", with(good, "ce_time", (byte[]) null)),
        malformed("no key", new KafkaMessage(null, picture, good.headers(), KafkaMessage.NOW)),
        malformed(
            "a key of 10 KB",
            new KafkaMessage(
                longId.getBytes(UTF_8),
                picture,
                with(good, "ce_source", "/sources/" + longId).headers(),
                KafkaMessage.NOW)));
  }

  private static String labels(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + i + "\":\"" + "x".repeat(length) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static List<Poison> orders(byte[] picture) {
    return List.of(
        new Poison("(good)", message("clock", 0, 100, picture), null),
        new Poison(
            "time running backwards", message("clock", 1, 40, picture), RejectReason.BACK_IN_TIME),
        new Poison("(good)", message("leaping", 0, 100, picture), null),
        new Poison(
            "a time seventy years ahead",
            message("leaping", 1, SEVENTY_YEARS, picture),
            RejectReason.FAR_AHEAD),
        new Poison("(good again)", message("leaping", 2, 101, picture), null),
        new Poison("(good)", message("restarted", 5, 100, picture), null),
        new Poison(
            "an epoch that repeats",
            message("restarted", 0, 200, picture),
            RejectReason.REPEATED_EPOCH));
  }

  private static Poison of(String what, byte[] value, RejectReason reason) {
    return new Poison(what, message("poison-" + what.replace(' ', '-'), 0, 0, value), reason);
  }

  private static Poison malformed(String what, KafkaMessage message) {
    return new Poison(what, message, RejectReason.MALFORMED_HEADERS);
  }

  private static KafkaMessage message(String source, long sequence, long second, byte[] value) {
    FrameInfo info =
        new FrameInfo(
            FrameType.IMAGE,
            SourceInfo.of(source, SourceKind.VIDEO),
            "run1",
            sequence,
            START.plusSeconds(second),
            "image/jpeg",
            1280,
            720,
            null,
            null,
            null);
    return new FrameCodec().encode(new Frame(info, value));
  }

  private static KafkaMessage with(KafkaMessage good, String header, String value) {
    return with(good, header, value.getBytes(UTF_8));
  }

  private static KafkaMessage with(KafkaMessage good, String header, byte[] value) {
    List<KafkaMessage.Header> headers = new ArrayList<>(good.headers());
    headers.removeIf(old -> old.name().equals(header));
    headers.add(new KafkaMessage.Header(header, value));
    return new KafkaMessage(good.key(), good.value(), headers, KafkaMessage.NOW);
  }

  /** With the verdict it is larger than what the topic of frames takes. */
  private static byte[] asLargeAsTheTopicTakes() {
    KafkaMessage empty = of("all that the topic takes", new byte[1], null).message();
    int around =
        AbstractRecords.estimateSizeInBytesUpperBound(
            RecordBatch.CURRENT_MAGIC_VALUE,
            CompressionType.NONE,
            empty.key(),
            empty.value(),
            KafkaMessages.to("frames", empty).headers().toArray());
    return new byte[TopicPlan.MAX_MESSAGE_BYTES - around - 8];
  }

  private static byte[] mp4() {
    return "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(ISO_8859_1);
  }

  private static byte[] hugePng() throws IOException {
    BufferedImage black = new BufferedImage(HUGE, HUGE, BufferedImage.TYPE_BYTE_BINARY);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(black, "png", out);
    return out.toByteArray();
  }

  /** The frame header (SOF0) of a JPEG holds height and width, two bytes each. */
  private static byte[] hugeJpeg(byte[] picture) {
    byte[] huge = picture.clone();
    for (int i = 0; i < huge.length - 9; i++) {
      if ((huge[i] & 0xff) == 0xff && (huge[i + 1] & 0xff) == 0xc0) {
        for (int side = i + 5; side < i + 9; side += 2) {
          huge[side] = (byte) (HUGE >> 8);
          huge[side + 1] = (byte) HUGE;
        }
        return huge;
      }
    }
    throw new IllegalStateException("the picture is no baseline JPEG");
  }
}
