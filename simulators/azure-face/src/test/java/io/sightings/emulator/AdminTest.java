package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminTest {
  private final ManualClock clock = new ManualClock();
  private FaceEmulator service;
  private FaceApiCaller caller;
  private FaceApiCaller stranger;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withClock(clock));
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    stranger = FaceApiCaller.withKey(service.endpoint(), "wrong");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void callsAreCountedByOperationAndStatus() {
    caller.put("largepersongroups/g", "{'name':'G'}");
    caller.put("largepersongroups/g", "{'name':'G'}");
    caller.createPerson("g", "Ada");
    stranger.get("largepersongroups");
    caller.get("nothing");
    assertThat(stranger.get("/-/counters").body())
        .hasToString(
            "{\"createGroup\":{\"calls\":2,\"paid\":2,\"byStatus\":{\"200\":1,\"409\":1}},"
                + "\"createPerson\":{\"calls\":1,\"paid\":1,\"byStatus\":{\"200\":1}},"
                + "\"listGroups\":{\"calls\":1,\"paid\":0,\"byStatus\":{\"401\":1}},"
                + "\"unknown\":{\"calls\":1,\"paid\":0,\"byStatus\":{\"404\":1}}}");
  }

  @Test
  void callsAreListedWithTheirTimes() {
    caller.get("largepersongroups");
    clock.pass(Duration.ofSeconds(1));
    Answer second = caller.get("largepersongroups/g");
    JsonNode calls = stranger.get("/-/calls").body();
    assertThat(calls).hasSize(2);
    assertThat(calls.at("/0/arrived").asText()).isEqualTo("2026-03-01T12:00:00Z");
    JsonNode call = stranger.get("/-/calls?after=1").body();
    assertThat(call).hasSize(1);
    assertThat(call.at("/0/arrived").asText()).isEqualTo("2026-03-01T12:00:01Z");
    assertThat(call.at("/0/operation").asText()).isEqualTo("getGroup");
    assertThat(call.at("/0/code").asText()).isEqualTo("LargePersonGroupNotFound");
    assertThat(call.at("/0/requestId").asText()).isEqualTo(second.header("apim-request-id"));
    assertThat(call.toString()).doesNotContain(service.key());
  }

  @Test
  void theHighestNumberInAnySecondAndMinuteIsKnown() {
    for (int i = 0; i < 6; i++) {
      caller.get("largepersongroups");
      clock.pass(Duration.ofMillis(i < 3 ? 200 : 900));
    }
    clock.pass(Duration.ofMinutes(2));
    stranger.get("largepersongroups");
    JsonNode windows = stranger.get("/-/windows").body();
    assertThat(windows)
        .hasToString(
            "{\"calls\":7,\"paid\":6,\"highestInASecond\":4,\"highestInAMinute\":6,"
                + "\"highestPaidInASecond\":4,\"highestPaidInAMinute\":6}");
  }

  @Test
  void faultsAndQuirksAreSetOverHttp() {
    String faults =
        "{'rules':[{'operation':'listGroups','from':1,'count':1,'fault':"
            + "{'kind':'refuse','status':503,'code':'ServiceUnavailable','message':'Away.','retryAfter':3}}]}";
    assertThat(stranger.put("/-/faults", faults).status()).isEqualTo(200);
    Answer away = caller.get("largepersongroups");
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.header("Retry-After")).isEqualTo("3");
    assertThat(caller.get("largepersongroups").status()).isEqualTo(200);
    assertThat(stranger.put("/-/quirks", "['WARNING_299']").body())
        .hasToString("[\"WARNING_299\"]");
    assertThat(caller.get("largepersongroups").status()).isEqualTo(299);
    assertThat(stranger.delete("/-/faults").body()).hasToString("{\"rules\":[],\"storm\":null}");
    Answer wrong = stranger.put("/-/faults", "{'rules':[{'operation':'wave'}]}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("problem").asText()).contains("wave");
    assertThat(stranger.get("/-/elsewhere").body().path("problem").asText())
        .contains("GET /-/health");
  }

  @Test
  void theStateIsLaidOpenAndReset() {
    caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
    String ada = caller.createPerson("g", "Ada");
    caller.addFace("g", ada, DrawnPerson.ADA.jpeg(1));
    caller.faceId(DrawnPerson.ADA.jpeg(1));
    JsonNode state = stranger.get("/-/state").body();
    assertThat(state.at("/0/people/0/name").asText()).isEqualTo("Ada");
    assertThat(state.at("/0/people/0/faces/0/judgeable").asBoolean()).isTrue();
    assertThat(state.at("/0/known")).isEmpty();
    caller.post("largepersongroups/g/train");
    assertThat(stranger.get("/-/state").body().at("/0/known/0").asText()).isEqualTo(ada);
    assertThat(stranger.get("/-/health").body().path("faceIds").asInt()).isEqualTo(1);
    assertThat(stranger.post("/-/reset").body().path("faceIds").asInt()).isZero();
    assertThat(service.state()).isEmpty();
    assertThat(service.calls().since(0)).isEmpty();
    assertThat(caller.get("largepersongroups/g").status()).isEqualTo(404);
  }
}
