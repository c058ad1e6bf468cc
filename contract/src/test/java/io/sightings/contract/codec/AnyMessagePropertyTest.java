package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Samples;
import io.sightings.contract.SourceInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever is on a topic, a codec gives a thing or says what is wrong; nothing else comes out. */
class AnyMessagePropertyTest {
  private static final List<TypedTopic<?>> TOPICS =
      List.of(
          SightingsTopics.FRAMES,
          SightingsTopics.SIGHTINGS,
          SightingsTopics.ALERTS,
          SightingsTopics.PEOPLE,
          SightingsTopics.REJECTED);

  @Property
  void anyHeadersAreReadOrRefused(@ForAll("headers") List<KafkaMessage.Header> headers) {
    for (TypedTopic<?> topic : TOPICS) {
      readOrRefused(topic, new KafkaMessage("front-door".getBytes(UTF_8), null, headers, 0));
    }
  }

  @Property
  void aGoodFrameWithAnyOneHeaderChangedIsReadOrRefused(
      @ForAll("header") KafkaMessage.Header header) {
    KafkaMessage good = SightingsTopics.FRAMES.codec().encode(Samples.image());
    List<KafkaMessage.Header> headers = new ArrayList<>(good.headers());
    headers.add(header);
    readOrRefused(SightingsTopics.FRAMES, new KafkaMessage(good.key(), good.value(), headers, 0));
  }

  /** One text of a good frame is a megabyte or more. */
  @Property(tries = 40)
  void noFrameMakesASightingThatItsTopicDoesNotTake(
      @ForAll("texts") String name,
      @ForAll @CharRange(to = '\uFFFF') char character,
      @ForAll @IntRange(max = 2_000_000) int length) {
    KafkaMessage good = SightingsTopics.FRAMES.codec().encode(Samples.image());
    List<KafkaMessage.Header> headers = new ArrayList<>(good.headers());
    String text = String.valueOf(character).repeat(length);
    String json = "{\"a\":\"" + text + "\"}";
    headers.add(
        new KafkaMessage.Header(name, (name.equals("ce_labels") ? json : text).getBytes(UTF_8)));
    try {
      KafkaMessage forged = new KafkaMessage(good.key(), good.value(), headers, 0);
      SourceInfo source = SightingsTopics.FRAMES.codec().decode(forged).info().source();
      assertThat(Json.write(source)).hasSizeLessThan(200_000);
    } catch (MalformedMessageException e) {
      assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(500);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("ce_location", "ce_subject", "ce_labels", "content-type", "ce_id");
  }

  /** One text of a good value is a megabyte or more. */
  @Property(tries = 40)
  void aGoodValueWithAVeryLongTextIsReadOrRefused(
      @ForAll @IntRange(max = 2_000_000) int length, @ForAll boolean deep) {
    String text = deep ? "[".repeat(length) : "\"" + "x".repeat(length) + "\"";
    for (KafkaMessage good :
        List.of(
            SightingsTopics.SIGHTINGS.codec().encode(Samples.known()),
            SightingsTopics.ALERTS.codec().encode(Samples.alert()),
            SightingsTopics.PEOPLE.codec().encode(PersonChange.know(Samples.person())))) {
      String value =
          new String(good.value(), UTF_8).replaceAll("\"name\":\"[^\"]*\"", "\"name\":" + text);
      for (TypedTopic<?> topic :
          List.of(SightingsTopics.SIGHTINGS, SightingsTopics.ALERTS, SightingsTopics.PEOPLE)) {
        readOrRefused(
            topic, new KafkaMessage(good.key(), value.getBytes(UTF_8), good.headers(), 0));
      }
    }
  }

  @Property
  void anyValueIsReadOrRefused(@ForAll byte[] value, @ForAll byte[] key) {
    for (TypedTopic<?> topic : TOPICS) {
      readOrRefused(topic, new KafkaMessage(key, value, List.of(), 0));
    }
  }

  @Property
  void aGoodValueWithAByteChangedOrCutIsReadOrRefused(
      @ForAll int at, @ForAll byte other, @ForAll boolean cut) {
    for (KafkaMessage good :
        List.of(
            SightingsTopics.SIGHTINGS.codec().encode(Samples.known()),
            SightingsTopics.ALERTS.codec().encode(Samples.alert()),
            SightingsTopics.PEOPLE.codec().encode(PersonChange.know(Samples.person())))) {
      int index = Math.floorMod(at, good.value().length);
      byte[] value = cut ? Arrays.copyOf(good.value(), index) : good.value().clone();
      if (!cut) {
        value[index] = other;
      }
      for (TypedTopic<?> topic :
          List.of(SightingsTopics.SIGHTINGS, SightingsTopics.ALERTS, SightingsTopics.PEOPLE)) {
        readOrRefused(topic, new KafkaMessage(good.key(), value, good.headers(), 0));
      }
    }
  }

  @Provide
  Arbitrary<KafkaMessage.Header> header() {
    List<String> names =
        new ArrayList<>(
            SightingsTopics.REJECTED.codec().encode(Samples.rejected()).headers().stream()
                .map(KafkaMessage.Header::name)
                .toList());
    List<String> values =
        new ArrayList<>(
            SightingsTopics.REJECTED.codec().encode(Samples.rejected()).headers().stream()
                .map(header -> new String(header.value(), UTF_8))
                .toList());
    values.addAll(List.of("", "null", "NaN", "{", "1e999999999", "/sources/", "\uD800", "-0"));
    Arbitrary<byte[]> any =
        Arbitraries.oneOf(
                Arbitraries.of(values), Arbitraries.strings().ofMaxLength(200), numbers(), times())
            .map(text -> text.getBytes(UTF_8));
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.of(names), Arbitraries.strings().ofMaxLength(10)),
            Arbitraries.oneOf(any, bytes).injectNull(0.05))
        .as(KafkaMessage.Header::new);
  }

  @Provide
  Arbitrary<List<KafkaMessage.Header>> headers() {
    return header().list().ofMaxSize(30);
  }

  private static Arbitrary<String> numbers() {
    return Arbitraries.longs().map(String::valueOf);
  }

  private static Arbitrary<String> times() {
    return Arbitraries.longs().between(-1_000_000, 1_000_000).map(y -> y + "-01-01T00:00:00Z");
  }

  private static void readOrRefused(TypedTopic<?> topic, KafkaMessage message) {
    try {
      assertThat(topic.codec().decode(message)).isNotNull();
    } catch (MalformedMessageException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(500);
    }
  }
}
