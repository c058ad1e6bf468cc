package io.sightings.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Samples;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes on the topics are a promise to programs that are not built from here. */
class GoldenMessageTest {

  static Stream<Arguments> everything() {
    return Stream.of(
        arguments("frame-image", SightingsTopics.FRAMES, Samples.image()),
        arguments("frame-image-plain", SightingsTopics.FRAMES, Samples.plainImage()),
        arguments("frame-heartbeat", SightingsTopics.FRAMES, Samples.heartbeat()),
        arguments("frame-gap", SightingsTopics.FRAMES, Samples.gap()),
        arguments("frame-ended", SightingsTopics.FRAMES, Samples.ended()),
        arguments("sighting-known", SightingsTopics.SIGHTINGS, Samples.known()),
        arguments("sighting-stranger", SightingsTopics.SIGHTINGS, Samples.stranger()),
        arguments("sighting-merged", SightingsTopics.SIGHTINGS, Samples.merged()),
        arguments("alert", SightingsTopics.ALERTS, Samples.alert()),
        arguments("person", SightingsTopics.PEOPLE, PersonChange.know(Samples.person())),
        arguments("person-forgotten", SightingsTopics.PEOPLE, PersonChange.forget("ada")),
        arguments("frame-rejected", SightingsTopics.REJECTED, Samples.rejected()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everything")
  <T> void aThingIsWrittenAsExactlyTheseBytes(String name, TypedTopic<T> topic, T thing)
      throws IOException {
    assertThat(GoldenMessage.write(topic.codec().encode(thing)))
        .isEqualTo(GoldenMessage.file(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everything")
  <T> void theseBytesAreReadAsTheThing(String name, TypedTopic<T> topic, T thing)
      throws IOException, MalformedMessageException {
    KafkaMessage message = GoldenMessage.read(GoldenMessage.file(name));

    assertThat(topic.codec().decode(message)).usingRecursiveComparison().isEqualTo(thing);
  }
}
