package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
  private static final List<Topic<?>> TOPICS =
      List.of(Topics.FRAMES, Topics.SIGHTINGS, Topics.ALERTS, Topics.PEOPLE, Topics.REJECTED);

  @Property
  void anyHeadersAreReadOrRefused(@ForAll("headers") List<Message.Header> headers) {
    for (Topic<?> topic : TOPICS) {
      readOrRefused(topic, new Message("front-door".getBytes(UTF_8), null, headers, 0));
    }
  }

  @Property
  void aGoodFrameWithAnyOneHeaderChangedIsReadOrRefused(@ForAll("header") Message.Header header) {
    Message good = Topics.FRAMES.codec().encode(Samples.image());
    List<Message.Header> headers = new ArrayList<>(good.headers());
    headers.add(header);
    readOrRefused(Topics.FRAMES, new Message(good.key(), good.value(), headers, 0));
  }

  /** One text of a good frame is a megabyte or more. */
  @Property(tries = 40)
  void noFrameMakesASightingThatItsTopicDoesNotTake(
      @ForAll("texts") String name,
      @ForAll @CharRange(to = '\uFFFF') char character,
      @ForAll @IntRange(max = 2_000_000) int length) {
    Message good = Topics.FRAMES.codec().encode(Samples.image());
    List<Message.Header> headers = new ArrayList<>(good.headers());
    String text = String.valueOf(character).repeat(length);
    String json = "{\"a\":\"" + text + "\"}";
    headers.add(new Message.Header(name, (name.equals("ce_labels") ? json : text).getBytes(UTF_8)));
    try {
      Message forged = new Message(good.key(), good.value(), headers, 0);
      SourceInfo source = Topics.FRAMES.codec().decode(forged).info().source();
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
    for (Message good :
        List.of(
            Topics.SIGHTINGS.codec().encode(Samples.known()),
            Topics.ALERTS.codec().encode(Samples.alert()),
            Topics.PEOPLE.codec().encode(PersonChange.know(Samples.person())))) {
      String value =
          new String(good.value(), UTF_8).replaceAll("\"name\":\"[^\"]*\"", "\"name\":" + text);
      for (Topic<?> topic : List.of(Topics.SIGHTINGS, Topics.ALERTS, Topics.PEOPLE)) {
        readOrRefused(topic, new Message(good.key(), value.getBytes(UTF_8), good.headers(), 0));
      }
    }
  }

  @Property
  void anyValueIsReadOrRefused(@ForAll byte[] value, @ForAll byte[] key) {
    for (Topic<?> topic : TOPICS) {
      readOrRefused(topic, new Message(key, value, List.of(), 0));
    }
  }

  @Property
  void aGoodValueWithAByteChangedOrCutIsReadOrRefused(
      @ForAll int at, @ForAll byte other, @ForAll boolean cut) {
    for (Message good :
        List.of(
            Topics.SIGHTINGS.codec().encode(Samples.known()),
            Topics.ALERTS.codec().encode(Samples.alert()),
            Topics.PEOPLE.codec().encode(PersonChange.know(Samples.person())))) {
      int index = Math.floorMod(at, good.value().length);
      byte[] value = cut ? Arrays.copyOf(good.value(), index) : good.value().clone();
      if (!cut) {
        value[index] = other;
      }
      for (Topic<?> topic : List.of(Topics.SIGHTINGS, Topics.ALERTS, Topics.PEOPLE)) {
        readOrRefused(topic, new Message(good.key(), value, good.headers(), 0));
      }
    }
  }

  @Provide
  Arbitrary<Message.Header> header() {
    List<String> names =
        new ArrayList<>(
            Topics.REJECTED.codec().encode(Samples.rejected()).headers().stream()
                .map(Message.Header::name)
                .toList());
    List<String> values =
        new ArrayList<>(
            Topics.REJECTED.codec().encode(Samples.rejected()).headers().stream()
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
        .as(Message.Header::new);
  }

  @Provide
  Arbitrary<List<Message.Header>> headers() {
    return header().list().ofMaxSize(30);
  }

  private static Arbitrary<String> numbers() {
    return Arbitraries.longs().map(String::valueOf);
  }

  private static Arbitrary<String> times() {
    return Arbitraries.longs().between(-1_000_000, 1_000_000).map(y -> y + "-01-01T00:00:00Z");
  }

  private static void readOrRefused(Topic<?> topic, Message message) {
    try {
      assertThat(topic.codec().decode(message)).isNotNull();
    } catch (MalformedMessageException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").hasSizeLessThan(500);
    }
  }
}
