package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sightings.contract.Frame;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Samples;
import io.sightings.contract.SourceInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedFrameTest {
  private static final String TYPES =
      "io.sightings.frame.image, io.sightings.frame.heartbeat, io.sightings.frame.gap,"
          + " io.sightings.frame.ended";
  private static final Map<String, String> ALLOWED =
      Map.of(
          "ce_specversion", "\"1.0\"",
          "ce_id", "\"front-door/20260301T1159/1234\"",
          "ce_type", TYPES,
          "ce_source", "/sources/" + SourceInfo.ID_PATTERN,
          "ce_sourcekind", "live, video, image",
          "ce_epoch", SourceInfo.ID_PATTERN,
          "ce_sequence", "a whole number from 0 to 9223372036854775807",
          "ce_time", "an ISO-8601 UTC time from 1970-01-01T00:00:00Z to 2200-01-01T00:00:00Z",
          "ce_width", "a whole number from 1 to 65535",
          "ce_height", "a whole number from 1 to 65535");

  @ParameterizedTest
  @CsvSource({
    "ce_specversion",
    "ce_id",
    "ce_type",
    "ce_source",
    "ce_sourcekind",
    "ce_epoch",
    "ce_sequence",
    "ce_time",
    "ce_width",
    "ce_height"
  })
  void aMissingHeaderIsNamedWithWhatItMustBe(String name) {
    refused(with(name, null), "header " + name + " is missing, allowed is " + ALLOWED.get(name));
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3",
    "ce_specversion, ''",
    "ce_id, front-door/20260301T1159/1",
    "ce_type, io.sightings.frame.IMAGE",
    "ce_type, image",
    "ce_source, front-door",
    "ce_source, /sources/",
    "ce_source, /sources/a b",
    "ce_source, /sources/../x",
    "ce_source, /cameras/front-door",
    "ce_sourcekind, LIVE",
    "ce_sourcekind, webcam",
    "ce_epoch, ''",
    "ce_epoch, a/b",
    "ce_sequence, ''",
    "ce_sequence, -1",
    "ce_sequence, 1.5",
    "ce_sequence, one",
    "ce_sequence, 9223372036854775808",
    "ce_time, yesterday",
    "ce_time, 2026-03-01",
    "ce_time, 2026-03-01T12:00:00",
    "ce_time, 1969-12-31T23:59:59Z",
    "ce_time, 2200-01-01T00:00:00Z",
    "ce_time, +1000000000-12-31T23:59:59Z",
    "ce_time, 1772366400040",
    "ce_width, 0",
    "ce_width, -1",
    "ce_width, 65536",
    "ce_width, 99999999999999999999",
    "ce_height, 0x10",
    "ce_height, 4294967297"
  })
  void anAbsurdHeaderIsToldWithItsValueAndWhatItMustBe(String name, String value) {
    String message = "header " + name + " is \"" + value + "\", allowed is " + ALLOWED.get(name);
    refused(with(name, value), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{", "[]", "7", "null", "''", "{\"a\":1}", "{\"a\":null}", "{\"a\":{}}", "{} {}"})
  void labelsMustBeTexts(String labels) {
    refused(
        with("ce_labels", labels),
        "header ce_labels is \"" + labels + "\", allowed is a JSON object of texts");
  }

  @ParameterizedTest
  @CsvSource({"application/json", "jpeg", "image/", "video/mp4", "image/ jpeg"})
  void aMediaTypeMustBeOneOfAnImage(String type) {
    refused(
        with("content-type", type),
        "header content-type is \"" + type + "\", allowed is a media type such as image/jpeg");
  }

  @Test
  void aLongValueIsShortenedToEightyCharacters() {
    refused(
        with("ce_epoch", "e".repeat(200)),
        "header ce_epoch is \"" + "e".repeat(80) + "…\", allowed is " + SourceInfo.ID_PATTERN);
    refused(
        with("ce_epoch", "\uD83D\uDE00".repeat(100)),
        "header ce_epoch is \""
            + "\uD83D\uDE00".repeat(80)
            + "…\", allowed is "
            + SourceInfo.ID_PATTERN);
  }

  @Test
  void aValueCannotBreakTheLineItIsToldIn() {
    refused(
        with("ce_epoch", "a\n\u001b[31mb"),
        "header ce_epoch is \"a\uFFFD\uFFFD[31mb\", allowed is " + SourceInfo.ID_PATTERN);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_location,1024,a text of at most 1024 characters",
    "ce_subject,1024,a text of at most 1024 characters",
    "ce_labels,16384,a JSON object of at most 16384 characters"
  })
  void aTextThatWouldBeCopiedIntoSightingsIsBounded(String name, int longest, String allowed) {
    String shown = "x".repeat(80) + "…";
    refused(
        with(name, "x".repeat(longest + 1)),
        "header " + name + " is \"" + shown + "\", allowed is " + allowed);
  }

  @Test
  void aSourceHasNoMoreThanSixtyFourLabels() throws MalformedMessageException {
    assertThat(decode(with("ce_labels", labels(64))).info().source().labels()).hasSize(64);
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> decode(with("ce_labels", labels(65))))
        .withMessageEndingWith("allowed is at most 64 labels");
  }

  private static String labels(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + i + "\":\"\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void aTextBringsNoControlCharactersIntoSightings() throws MalformedMessageException {
    SourceInfo source =
        decode(with("ce_location", "a\u001b[2Jb\u009bc\u2028d\u202ee")).info().source();
    assertThat(source.location()).isEqualTo("a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe");

    String labels = "{\"fl\\u0007oor\":\"\\u2066ground\"}";
    assertThat(decode(with("ce_labels", labels)).info().source().labels())
        .isEqualTo(Map.of("fl\uFFFDoor", "\uFFFDground"));
  }

  @Test
  void theKeyMustBeTheSource() {
    KafkaMessage m = message();
    String allowed = ", allowed is the source's id \"front-door\"";
    refused(
        new KafkaMessage(null, m.value(), m.headers(), m.timestamp()),
        "the key is missing" + allowed);
    refused(
        new KafkaMessage("back\ndoor".getBytes(UTF_8), m.value(), m.headers(), m.timestamp()),
        "the key is \"back\uFFFDdoor\"" + allowed);
  }

  @Test
  void aHeartbeatOrAnEndWithPixelsContradictsItself() {
    refused(
        with("ce_type", "io.sightings.frame.ended"),
        "header ce_type is \"io.sightings.frame.ended\","
            + " allowed is io.sightings.frame.image for a value of 6 bytes");
  }

  @Test
  void aHeaderWithoutAValueIsMissing() {
    KafkaMessage m = message();
    List<KafkaMessage.Header> headers = new ArrayList<>(m.headers());
    headers.replaceAll(
        h -> h.name().equals("ce_epoch") ? new KafkaMessage.Header("ce_epoch", null) : h);
    refused(
        new KafkaMessage(m.key(), m.value(), headers, m.timestamp()),
        "header ce_epoch is missing, allowed is " + SourceInfo.ID_PATTERN);
  }

  @Test
  void theLastHeaderOfANameCounts() throws MalformedMessageException {
    KafkaMessage m = message();
    List<KafkaMessage.Header> headers = new ArrayList<>(m.headers());
    headers.add(0, new KafkaMessage.Header("ce_epoch", "another".getBytes(UTF_8)));
    Frame frame = decode(new KafkaMessage(m.key(), m.value(), headers, m.timestamp()));

    assertThat(frame.info().epoch()).isEqualTo("20260301T1159");
  }

  @Test
  void whatCloudEventsLeavesOpenIsAccepted() throws MalformedMessageException {
    assertThat(decode(with("content-type", null)).info().contentType()).isNull();
    assertThat(decode(with("content-type", "IMAGE/png; q=1")).info().contentType())
        .isEqualTo("IMAGE/png; q=1");
    assertThat(decode(with("ce_time", "2026-03-01T13:00:00+01:00")).info().capturedAt())
        .isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(decode(with("ce_traceparent", "00-1")).info()).isEqualTo(decode(message()).info());
  }

  @Test
  void aGapSaysFromWhenTheSourceWasBlind() throws MalformedMessageException {
    KafkaMessage gap = SightingsTopics.FRAMES.codec().encode(Samples.gap());

    assertThat(decode(gap).info().blindFrom()).isEqualTo(Samples.gap().info().blindFrom());
    refused(
        with(gap, "ce_blindfrom", null),
        "header ce_blindfrom is missing, allowed is " + ALLOWED.get("ce_time"));
    refused(
        with(gap, "ce_blindfrom", "2026-03-01T12:00:21Z"),
        "header ce_blindfrom is \"2026-03-01T12:00:21Z\", allowed is a time before that of ce_time");
  }

  @Test
  void aClockNobodyHasHeardOfIsRefused() {
    refused(
        with("ce_clock", "sundial"),
        "header ce_clock is \"sundial\", allowed is camera, arrival, recording, file, stated");
  }

  @Test
  void anEmptyValueIsNoImageOfAHeartbeat() throws MalformedMessageException {
    KafkaMessage m = SightingsTopics.FRAMES.codec().encode(Samples.heartbeat());
    Frame frame = decode(new KafkaMessage(m.key(), new byte[0], m.headers(), m.timestamp()));

    assertThat(frame.image()).isNull();
  }

  private static void refused(KafkaMessage message, String text) {
    assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> decode(message))
        .withMessage(text);
  }

  private static Frame decode(KafkaMessage message) throws MalformedMessageException {
    return SightingsTopics.FRAMES.codec().decode(message);
  }

  private static KafkaMessage message() {
    return SightingsTopics.FRAMES.codec().encode(Samples.image());
  }

  /** A good frame with one header replaced, added or, for null, taken away. */
  private static KafkaMessage with(String name, String value) {
    return with(message(), name, value);
  }

  private static KafkaMessage with(KafkaMessage good, String name, String value) {
    List<KafkaMessage.Header> headers = new ArrayList<>(good.headers());
    headers.removeIf(header -> header.name().equals(name));
    if (value != null) {
      headers.add(new KafkaMessage.Header(name, value.getBytes(UTF_8)));
    }
    return new KafkaMessage(good.key(), good.value(), headers, good.timestamp());
  }
}
