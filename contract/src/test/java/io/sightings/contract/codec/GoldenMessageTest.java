package io.sightings.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
        arguments("frame-image", Topics.FRAMES, Samples.image()),
        arguments("frame-image-plain", Topics.FRAMES, Samples.plainImage()),
        arguments("frame-heartbeat", Topics.FRAMES, Samples.heartbeat()),
        arguments("frame-gap", Topics.FRAMES, Samples.gap()),
        arguments("frame-ended", Topics.FRAMES, Samples.ended()),
        arguments("sighting-known", Topics.SIGHTINGS, Samples.known()),
        arguments("sighting-stranger", Topics.SIGHTINGS, Samples.stranger()),
        arguments("sighting-merged", Topics.SIGHTINGS, Samples.merged()),
        arguments("alert", Topics.ALERTS, Samples.alert()),
        arguments("person", Topics.PEOPLE, PersonChange.know(Samples.person())),
        arguments("person-forgotten", Topics.PEOPLE, PersonChange.forget("ada")),
        arguments("frame-rejected", Topics.REJECTED, Samples.rejected()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everything")
  <T> void aThingIsWrittenAsExactlyTheseBytes(String name, Topic<T> topic, T thing)
      throws IOException {
    assertThat(GoldenMessage.write(topic.codec().encode(thing)))
        .isEqualTo(GoldenMessage.file(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everything")
  <T> void theseBytesAreReadAsTheThing(String name, Topic<T> topic, T thing)
      throws IOException, MalformedMessageException {
    Message message = GoldenMessage.read(GoldenMessage.file(name));

    assertThat(topic.codec().decode(message)).usingRecursiveComparison().isEqualTo(thing);
  }
}
