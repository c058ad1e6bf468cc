package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs may put on the topics, and how it is refused. */
class MalformedMessageTest {

  @Test
  void aSightingMustBeJson() {
    refused(SightingsTopics.SIGHTINGS, "s", null, "Sighting without a value");
    refused(SightingsTopics.SIGHTINGS, "s", "null", "Sighting is the JSON null");
    refused(
        SightingsTopics.SIGHTINGS,
        "s",
        "",
        "Sighting cannot be read: No content to map due to end-of-input");
  }

  @Test
  void aMemberOfTheWrongKindIsNamed() {
    assertThat(fault(SightingsTopics.SIGHTINGS, "s", "{\"source\":{\"kind\":\"webcam\"}}"))
        .startsWith("Sighting cannot be read: source.kind: ")
        .contains("webcam")
        .contains("live");
    assertThat(fault(SightingsTopics.SIGHTINGS, "s", "{\"firstSeen\":\"today\"}"))
        .startsWith("Sighting cannot be read: firstSeen: ")
        .contains("today");
    assertThat(fault(SightingsTopics.PEOPLE, "ada", "{\"templates\":[{\"quality\":\"x\"}]}"))
        .startsWith("Person cannot be read: templates[0].quality: ");
  }

  @ParameterizedTest
  @CsvSource({"id", "status", "source", "person", "firstSeen", "lastSeen"})
  void aSightingWithoutWhatEveryReaderNeedsIsRefused(String member) {
    String whole =
        new String(SightingsTopics.SIGHTINGS.codec().encode(Samples.known()).value(), UTF_8);
    String broken = whole.replaceFirst("\"" + member + "\":", "\"gone\":");

    refused(SightingsTopics.SIGHTINGS, "s", broken, "Sighting without a member " + member);
  }

  @Test
  void anAlertWithoutAPersonIsRefused() {
    String whole =
        new String(SightingsTopics.ALERTS.codec().encode(Samples.alert()).value(), UTF_8);

    refused(
        SightingsTopics.ALERTS,
        "a",
        whole.replace("\"person\":", "\"p\":"),
        "Alert without a member person");
    refused(
        SightingsTopics.ALERTS,
        "a",
        whole.replace("\"id\":\"ada\",", ""),
        "Alert without a member person.id");
  }

  @Test
  void aPersonMustHaveAKeyThatIsItsId() {
    String nobody = "a person without a key: the key must be the person's id";
    refused(SightingsTopics.PEOPLE, null, "{}", nobody);
    refused(SightingsTopics.PEOPLE, "", "{}", nobody);
    String other = "person ada: the value must have the key as its id, and a name";
    refused(SightingsTopics.PEOPLE, "ada", "{\"id\":\"bob\",\"name\":\"Bob\"}", other);
    refused(SightingsTopics.PEOPLE, "ada", "{\"id\":\"ada\",\"name\":\" \"}", other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null",
        "{\"vector\":\"AACAPw==\"}",
        "{\"model\":\"m\"}",
        "{\"model\":\"m\",\"vector\":\"\"}",
        // Infinity and NaN.
        "{\"model\":\"m\",\"vector\":\"AACAfw==\"}",
        "{\"model\":\"m\",\"vector\":\"AADAfw==\"}"
      })
  void aTemplateThatCannotBeComparedIsRefused(String template) {
    refused(
        SightingsTopics.PEOPLE,
        "ada",
        "{\"id\":\"ada\",\"name\":\"Ada\",\"templates\":[" + template + "]}",
        "person ada: a template must have a model and a vector of finite numbers");
  }

  @Test
  void aVectorCutShortIsRefused() {
    assertThat(fault(SightingsTopics.PEOPLE, "ada", "{\"templates\":[{\"vector\":\"AACA\"}]}"))
        .isEqualTo(
            "Person cannot be read: templates[0].vector:"
                + " a vector of 3 bytes is not one of 32-bit floats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reason | BORING | MALFORMED_HEADERS, EMPTY_IMAGE, UNREADABLE_IMAGE, TOO_LARGE,"
            + " BACK_IN_TIME, ENGINE_FAILURE, SERVICE_FAILURE, REPEATED_EPOCH, FAR_AHEAD, QUARANTINED",
        "partition | x | a whole number from -1 to 2147483647",
        "offset | -2 | a whole number from -1 to 9223372036854775807"
      })
  void aVerdictThatIsNoneIsNamed(String part, String value, String allowed) {
    KafkaMessage good = SightingsTopics.REJECTED.codec().encode(Samples.rejected());
    List<KafkaMessage.Header> headers = new ArrayList<>(good.headers());
    headers.add(new KafkaMessage.Header("sightings_rejected_" + part, value.getBytes(UTF_8)));

    assertThat(
            fault(
                SightingsTopics.REJECTED,
                new KafkaMessage(good.key(), good.value(), headers, good.timestamp())))
        .isEqualTo(
            "header sightings_rejected_" + part + " is \"" + value + "\", allowed is " + allowed);
  }

  @Test
  void aFrameRejectedAgainCarriesOnlyTheLastVerdict() throws MalformedMessageException {
    KafkaMessage once = SightingsTopics.REJECTED.codec().encode(Samples.rejected());
    RejectedFrame again = new RejectedFrame(once, RejectReason.TOO_LARGE, null, "frames", -1, -1);

    KafkaMessage twice = SightingsTopics.REJECTED.codec().encode(again);

    assertThat(twice.headers()).extracting(KafkaMessage.Header::name).doesNotHaveDuplicates();
    assertThat(SightingsTopics.REJECTED.codec().decode(twice).detail()).isNull();
    assertThat(SightingsTopics.REJECTED.codec().decode(twice).original())
        .usingRecursiveComparison()
        .isEqualTo(Samples.rejected().original());
  }

  private static void refused(TypedTopic<?> topic, String key, String value, String text) {
    assertThat(fault(topic, key, value)).isEqualTo(text);
  }

  private static String fault(TypedTopic<?> topic, String key, String value) {
    byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
    byte[] valueBytes = value == null ? null : value.getBytes(UTF_8);
    return fault(topic, new KafkaMessage(keyBytes, valueBytes, List.of(), 0));
  }

  private static String fault(TypedTopic<?> topic, KafkaMessage message) {
    return assertThatExceptionOfType(MalformedMessageException.class)
        .isThrownBy(() -> topic.codec().decode(message))
        .actual()
        .getMessage();
  }
}
