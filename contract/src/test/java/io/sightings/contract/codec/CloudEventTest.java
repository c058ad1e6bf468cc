package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Samples;
import io.sightings.contract.SourceInfo;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of CloudEvents 1.0 and of its Kafka binding in binary mode. */
class CloudEventTest {

  static Stream<KafkaMessage> events() {
    return Stream.of(
        SightingsTopics.FRAMES.codec().encode(Samples.image()),
        SightingsTopics.FRAMES.codec().encode(Samples.plainImage()),
        SightingsTopics.FRAMES.codec().encode(Samples.heartbeat()),
        SightingsTopics.FRAMES.codec().encode(Samples.ended()),
        SightingsTopics.FRAMES.codec().encode(oddlyNamed()),
        SightingsTopics.SIGHTINGS.codec().encode(Samples.known()),
        SightingsTopics.SIGHTINGS.codec().encode(Samples.stranger()),
        SightingsTopics.SIGHTINGS.codec().encode(Samples.merged()),
        SightingsTopics.ALERTS.codec().encode(Samples.alert()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void theRequiredAttributesAreThere(KafkaMessage event) {
    Map<String, String> headers = headers(event);

    assertThat(headers).containsEntry("ce_specversion", "1.0");
    assertThat(headers).containsKeys("ce_id", "ce_source", "ce_type", "ce_time");
    assertThat(headers.get("ce_source")).matches("/sources/" + SourceInfo.ID_PATTERN);
    assertThat(headers.get("ce_type")).startsWith("io.sightings.");
    assertThat(OffsetDateTime.parse(headers.get("ce_time"))).isNotNull();
    // A broker deletes by the record's timestamp: it must not be the time of what is told.
    assertThat(event.timestamp()).isEqualTo(KafkaMessage.NOW);
  }

  @ParameterizedTest
  @MethodSource("events")
  void attributesAreNamedInLowerCaseAndNeverEmptyNorRepeated(KafkaMessage event) {
    assertThat(event.headers()).extracting(KafkaMessage.Header::name).doesNotHaveDuplicates();
    headers(event)
        .forEach(
            (name, value) -> {
              assertThat(name).matches("ce_[a-z0-9]{1,20}|content-type");
              assertThat(value).isNotEmpty();
              assertThat(value.codePoints()).noneMatch(Character::isISOControl);
            });
  }

  @ParameterizedTest
  @MethodSource("events")
  void aMediaTypeIsOnlySaidOfAValue(KafkaMessage event) {
    if (event.value() == null) {
      assertThat(headers(event)).doesNotContainKey("content-type");
    }
    // In binary mode a media type of CloudEvents' own would mean the structured mode.
    assertThat(headers(event).getOrDefault("content-type", ""))
        .doesNotStartWith("application/cloudevents");
  }

  @Test
  void twoRevisionsOfASightingAreTwoEvents() {
    Set<String> ids = Set.of("s-0af3/3", "s-0af5/2");

    assertThat(ids)
        .contains(headers(SightingsTopics.SIGHTINGS.codec().encode(Samples.known())).get("ce_id"))
        .contains(headers(SightingsTopics.SIGHTINGS.codec().encode(Samples.merged())).get("ce_id"));
  }

  private static Frame oddlyNamed() {
    FrameInfo i = Samples.image().info();
    SourceInfo source = new SourceInfo("x", i.source().kind(), "", Map.of("a", "\u0085\n"));
    return new Frame(
        new FrameInfo(
            i.type(),
            source,
            i.epoch(),
            0,
            i.capturedAt(),
            "",
            1,
            1,
            "two\nlines\u007f.jpg",
            null,
            null),
        new byte[] {1});
  }

  private static Map<String, String> headers(KafkaMessage event) {
    Map<String, String> headers = new HashMap<>();
    event.headers().forEach(h -> headers.put(h.name(), new String(h.value(), UTF_8)));
    return headers;
  }
}
