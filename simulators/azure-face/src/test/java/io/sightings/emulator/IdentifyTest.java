package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifyTest {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final ManualClock clock = new ManualClock();
  private FaceEmulator service;
  private FaceApiCaller caller;
  private String ada;
  private String ben;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withClock(clock));
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
    ada = caller.createPerson("g", "Ada");
    ben = caller.createPerson("g", "Ben");
    caller.addFace("g", ada, DrawnPerson.ADA.jpeg(1));
    caller.addFace("g", ben, DrawnPerson.BEN.jpeg(1));
    caller.post("largepersongroups/g/train");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer identify(String more, List<String> faceIds) {
    String ids = faceIds.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return caller.post(
        "identify", "{'largePersonGroupId':'g','faceIds':[" + ids + "]" + more + "}");
  }

  @Test
  void everyFaceIsAnsweredByItsIdAndInAnyOrder() {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      asked.add(caller.faceId(DrawnPerson.ADA.jpeg(1)));
      asked.add(caller.faceId(DrawnPerson.BEN.jpeg(1)));
    }
    Answer answer = identify("", asked);
    assertThat(answer.status()).isEqualTo(200);
    List<String> answered = new ArrayList<>();
    for (JsonNode item : answer.body()) {
      answered.add(item.path("faceId").asText());
      boolean isAda = asked.indexOf(item.path("faceId").asText()) % 2 == 0;
      assertThat(item.at("/candidates/0/personId").asText()).isEqualTo(isAda ? ada : ben);
      assertThat(item.at("/candidates/0/confidence").asDouble()).isBetween(0.9, 1.0);
    }
    assertThat(answered).containsExactlyInAnyOrderElementsOf(asked).isNotEqualTo(asked);
    service.quirks();
    List<String> inOrder = new ArrayList<>();
    identify("", asked).body().forEach(item -> inOrder.add(item.path("faceId").asText()));
    assertThat(inOrder).isEqualTo(asked);
  }

  @Test
  void candidatesAreAsManyAndAsLikelyAsAskedFor() {
    List<String> face = List.of(caller.faceId(DrawnPerson.ADA.jpeg(1)));
    JsonNode all = identify(",'confidenceThreshold':0", face).body().at("/0/candidates");
    assertThat(all).hasSize(2);
    assertThat(all.at("/0/personId").asText()).isEqualTo(ada);
    assertThat(all.at("/0/confidence").asDouble())
        .isGreaterThan(all.at("/1/confidence").asDouble());
    assertThat(
            identify(",'confidenceThreshold':0,'maxNumOfCandidatesReturned':1", face)
                .body()
                .at("/0/candidates"))
        .hasSize(1);
    assertThat(identify(",'confidenceThreshold':1", face).body().at("/0/candidates")).isEmpty();
    String stranger = caller.faceId(DrawnPerson.CLEO.jpeg(1));
    assertThat(identify("", List.of(stranger)).body())
        .hasToString("[{\"faceId\":\"" + stranger + "\",\"candidates\":[]}]");
  }

  @Test
  void noMoreThanTenFacesMayBeAsked() {
    String face = caller.faceId(DrawnPerson.ADA.jpeg(1));
    List<String> eleven = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      eleven.add(face);
    }
    Answer refused = identify("", eleven);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("The length of faceIds is not in a valid range.");
    assertThat(identify("", eleven.subList(0, 10)).status()).isEqualTo(200);
    assertThat(identify("", List.of()).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ",'maxNumOfCandidatesReturned':0 | The argument maxNumOfCandidatesReturned is not valid.",
        ",'maxNumOfCandidatesReturned':101 | The argument maxNumOfCandidatesReturned is not valid.",
        ",'confidenceThreshold':1.5 | The argument confidenceThreshold is not valid.",
        ",'personGroupId':'g' | Large person group ID and person group ID are both not null.",
      })
  void argumentsAreChecked(String more, String message) {
    assertThat(identify(more, List.of(UNKNOWN)).message()).isEqualTo(message);
  }

  @Test
  void aGroupMustBeNamedAndThere() {
    assertThat(caller.post("identify", "{'faceIds':['" + UNKNOWN + "']}").code())
        .isEqualTo("PersonGroupIdAndLargePersonGroupIdBothNull");
    String face = caller.faceId(DrawnPerson.ADA.jpeg(1));
    Answer lost = caller.post("identify", "{'largePersonGroupId':'h','faceIds':['" + face + "']}");
    assertThat(lost.status()).isEqualTo(400);
    assertThat(lost.code()).isEqualTo("LargePersonGroupNotFound");
  }

  @Test
  void anUnknownOrMalformedFaceIdIsRefused() {
    Answer unknown = identify("", List.of(UNKNOWN));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.code()).isEqualTo("FaceNotFound");
    assertThat(identify("", List.of("7")).message()).isEqualTo("Face ID is invalid.");
  }

  @Test
  void aFaceIdEndsWithItsTimeToLive() {
    String face =
        caller
            .post(
                "detect?recognitionModel=recognition_04&faceIdTimeToLive=60",
                DrawnPerson.ADA.jpeg(1))
            .body()
            .at("/0/faceId")
            .asText();
    String lasting = caller.faceId(DrawnPerson.ADA.jpeg(1));
    clock.pass(Duration.ofSeconds(59));
    assertThat(caller.identify("g", face)).isEqualTo(ada);
    clock.pass(Duration.ofSeconds(1));
    assertThat(identify("", List.of(face)).code()).isEqualTo("FaceNotFound");
    clock.pass(Duration.ofHours(23));
    assertThat(caller.identify("g", lasting)).isEqualTo(ada);
    clock.pass(Duration.ofHours(1));
    assertThat(identify("", List.of(lasting)).code()).isEqualTo("FaceNotFound");
  }

  @Test
  void theFacesModelMustBeTheGroups() {
    String old = caller.post("detect", DrawnPerson.ADA.jpeg(1)).body().at("/0/faceId").asText();
    Answer refused = identify("", List.of(old));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("'recognitionModel' is incompatible.");
  }

  @Test
  void whoWasDeletedIsNoCandidateUnlessTheyLinger() {
    String face = caller.faceId(DrawnPerson.ADA.jpeg(1));
    caller.delete("largepersongroups/g/persons/" + ada);
    assertThat(caller.identify("g", face)).isEmpty();
    service.quirks(ServiceQuirk.DELETED_LINGER);
    assertThat(caller.identify("g", face)).isEqualTo(ada);
    caller.post("largepersongroups/g/train");
    assertThat(caller.identify("g", face)).isEmpty();
  }

  @Test
  void equalSeedsGiveEqualOrders() {
    Set<List<String>> orders = new HashSet<>();
    for (int run = 0; run < 2; run++) {
      try (FaceEmulator each = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED)) {
        FaceApiCaller there = FaceApiCaller.withKey(each.endpoint(), each.key());
        there.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
        there.addFace("g", there.createPerson("g", "Ada"), DrawnPerson.ADA.jpeg(1));
        there.post("largepersongroups/g/train");
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          asked.add("'" + there.faceId(DrawnPerson.ADA.jpeg(1)) + "'");
        }
        List<String> order = new ArrayList<>();
        there
            .post("identify", "{'largePersonGroupId':'g','faceIds':" + asked + "}")
            .body()
            .forEach(item -> order.add(item.path("faceId").asText()));
        assertThat(order).hasSize(6);
        orders.add(order);
      }
    }
    assertThat(orders).hasSize(1);
  }
}
