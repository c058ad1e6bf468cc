package io.sightings.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.sightings.contract.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SightingSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode schema = read();
  private final JsonSchema validator =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());

  static Stream<Sighting> sightings() {
    return Stream.of(Samples.known(), Samples.stranger(), Samples.merged());
  }

  @ParameterizedTest
  @MethodSource("sightings")
  void everySightingWrittenFulfilsIt(Sighting sighting) throws IOException {
    assertThat(faults(tree(sighting))).isEmpty();
  }

  @Test
  void theSchemaIsItselfValid() {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of(schema.get("$schema").asText()));

    assertThat(meta.validate(schema)).isEmpty();
  }

  @Test
  void membersOfLaterVersionsAreAllowed() throws IOException {
    ObjectNode sighting = tree(Samples.known());
    sighting.put("mood", "cheerful");
    sighting.withObject("/bestShot").put("yaw", 3);

    assertThat(faults(sighting)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id",
        "/revision",
        "/status",
        "/source",
        "/person",
        "/firstSeen",
        "/lastSeen",
        "/frames",
        "/judged",
        "/agreeing",
        "/bestShot",
        "/source/id",
        "/source/kind",
        "/person/id",
        "/person/known",
        "/person/name",
        "/runnerUp/id",
        "/runnerUp/similarity",
        "/bestShot/frameId",
        "/bestShot/time",
        "/bestShot/box",
        "/bestShot/box/width",
        "/bestShot/frameWidth",
        "/bestShot/quality",
        "/inquiry/outcome",
        "/inquiry/paidCalls"
      })
  void aSightingWithoutThisMemberIsRefused(String pointer) throws IOException {
    ObjectNode sighting = tree(Samples.known());
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) sighting.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));

    assertThat(faults(sighting)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/revision | 0",
        "/revision | 1.5",
        "/status | \"paused\"",
        "/status | \"CLOSED\"",
        "/firstSeen | 1772366400",
        "/firstSeen | \"2026-03-01\"",
        "/firstSeen | \"2026-03-01T12:00:00+01:00\"",
        "/frames | 0",
        "/judged | -1",
        "/similarity | 1.01",
        "/similarity | \"high\"",
        "/threshold | -2",
        "/falseMatchRate | 0",
        "/runnerUp/falseMatchRate | 1.5",
        "/source/id | \"a b\"",
        "/source/kind | \"webcam\"",
        "/source/labels/floor | 0",
        "/person/known | \"yes\"",
        "/bestShot/frameId | \"front-door\"",
        "/bestShot/box/width | 0",
        "/bestShot/quality | 1.5",
        "/bestShot/frameHeight | 0",
        "/bestShot/attributes/yaw | \"left\"",
        "/bestShot/attributes/occluded | [\"nose\"]",
        "/inquiry/questions | -1",
        "/mergedInto | \"s-1\""
      })
  void aSightingWithThisValueIsRefused(String pointer, String value) throws IOException {
    ObjectNode sighting = tree(Samples.known());
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) sighting.at(pointer.substring(0, slash)))
        .set(pointer.substring(slash + 1), MAPPER.readTree(value));

    assertThat(faults(sighting)).isNotEmpty();
  }

  @Test
  void aMergedSightingMustNameTheOther() throws IOException {
    ObjectNode sighting = tree(Samples.merged());
    sighting.remove("mergedInto");

    assertThat(faults(sighting)).singleElement().asString().contains("mergedInto");
  }

  @Test
  void aStrangerHasNoNameAndAnIdThatSaysSo() throws IOException {
    ObjectNode named = tree(Samples.stranger());
    named.withObject("/person").put("name", "Ada");
    ObjectNode known = tree(Samples.stranger());
    known.withObject("/person").put("id", "ada");

    assertThat(faults(named)).isNotEmpty();
    assertThat(faults(known)).isNotEmpty();
  }

  @Test
  void itDescribesEveryMemberInItsOrder() {
    assertMembers(Sighting.class, schema.get("properties"));
    assertMembers(Sighting.RunnerUp.class, schema.at("/properties/runnerUp/properties"));
    assertMembers(Sighting.Inquiry.class, schema.at("/properties/inquiry/properties"));
    assertMembers(Sighting.Attributes.class, schema.at("/$defs/attributes/properties"));
    assertMembers(SourceInfo.class, schema.at("/$defs/source/properties"));
    assertMembers(Sighting.Who.class, schema.at("/$defs/who/properties"));
    assertMembers(Sighting.BestShot.class, schema.at("/$defs/bestShot/properties"));
    assertMembers(FaceBox.class, schema.at("/$defs/bestShot/properties/box/properties"));
    assertThat(schema.at("/$defs/source/properties/id/pattern").asText())
        .isEqualTo("^" + SourceInfo.ID_PATTERN + "$");
  }

  private static void assertMembers(Class<?> type, JsonNode properties) {
    List<String> members =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(properties.properties()).extracting("key").containsExactlyElementsOf(members);
  }

  private List<String> faults(JsonNode sighting) {
    return validator.validate(sighting).stream().map(Object::toString).toList();
  }

  private static ObjectNode tree(Sighting sighting) throws IOException {
    return (ObjectNode) MAPPER.readTree(Json.write(sighting));
  }

  private static JsonNode read() {
    try (InputStream in = SightingSchema.resource().openStream()) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the schema cannot be read", e);
    }
  }
}
