package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.operations.EmulatorDelays;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final Duration QUEUE = Duration.ofSeconds(5);
  private static final Duration WORK = Duration.ofMinutes(1);
  private static final String TRAIN = "largepersongroups/g/train";
  private static final String TRAINING = "largepersongroups/g/training";

  private final ManualClock clock = new ManualClock();
  private FaceEmulator service;
  private FaceApiCaller caller;
  private String ada;

  @BeforeEach
  void start() {
    service =
        FaceEmulator.start(
            FaceEmulatorSettings.UNTHROTTLED
                .withClock(clock)
                .withPace(EmulatorDelays.INSTANT.withTraining(QUEUE, WORK)));
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    caller.put("largepersongroups/g", "{'name':'G','recognitionModel':'recognition_04'}");
    ada = caller.createPerson("g", "Ada");
    caller.addFace("g", ada, DrawnPerson.ADA.jpeg(1));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aTrainingIsQueuedThenRunsThenSucceeds() {
    Answer asked = caller.post(TRAIN);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body().isMissingNode()).isTrue();
    assertThat(asked.header("operation-Location"))
        .isEqualTo(service.endpoint() + "/face/v1.2/largepersongroups/g/training");
    JsonNode queued = caller.get(TRAINING).body();
    assertThat(queued)
        .hasToString(
            "{\"status\":\"notStarted\",\"createdDateTime\":\"2026-03-01T12:00:00.0000000Z\",\"lastActionDateTime\":null,\"lastSuccessfulTrainingDateTime\":null,\"message\":null}");
    clock.pass(QUEUE);
    assertThat(status()).isEqualTo("running");
    clock.pass(WORK);
    assertThat(caller.get(TRAINING).body())
        .hasToString(
            "{\"status\":\"succeeded\",\"createdDateTime\":\"2026-03-01T12:00:00.0000000Z\",\"lastActionDateTime\":\"2026-03-01T12:01:05.0000000Z\",\"lastSuccessfulTrainingDateTime\":\"2026-03-01T12:01:05.0000000Z\",\"message\":null}");
  }

  private String status() {
    return caller.get(TRAINING).body().path("status").asText();
  }

  private void train() {
    caller.post(TRAIN);
    clock.pass(QUEUE.plus(WORK));
  }

  @Test
  void aGroupThatWasNeverTrainedSaysSo() {
    Answer status = caller.get(TRAINING);
    assertThat(status.status()).isEqualTo(404);
    assertThat(status.code()).isEqualTo("LargePersonGroupNotTrained");
    String face = caller.faceId(DrawnPerson.ADA.jpeg(1));
    String question = "{'largePersonGroupId':'g','faceIds':['" + face + "']}";
    Answer identify = caller.post("identify", question);
    assertThat(identify.status()).isEqualTo(400);
    assertThat(identify.code()).isEqualTo("LargePersonGroupNotTrained");
    caller.post(TRAIN);
    Answer tooEarly = caller.post("identify", question);
    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.code()).isEqualTo("LargePersonGroupTrainingNotFinished");
    assertThat(caller.post("largepersongroups/h/train").code())
        .isEqualTo("LargePersonGroupNotFound");
  }

  @Test
  void newPeopleAreUnknownUntilTheyAreTrainedAndOldOnesStayKnownMeanwhile() {
    train();
    String ben = caller.createPerson("g", "Ben");
    caller.addFace("g", ben, DrawnPerson.BEN.jpeg(1));
    String benSeen = caller.faceId(DrawnPerson.BEN.jpeg(1));
    String adaSeen = caller.faceId(DrawnPerson.ADA.jpeg(1));
    assertThat(caller.identify("g", benSeen)).isEmpty();
    caller.post(TRAIN);
    clock.pass(QUEUE);
    assertThat(caller.identify("g", benSeen)).isEmpty();
    assertThat(caller.identify("g", adaSeen)).isEqualTo(ada);
    clock.pass(WORK);
    assertThat(caller.identify("g", benSeen)).isEqualTo(ben);
    assertThat(caller.identify("g", adaSeen)).isEqualTo(ada);
  }

  @Test
  void whileItRunsNothingElseMayChangeTheGroup() {
    caller.post(TRAIN);
    Answer again = caller.post(TRAIN);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("LargePersonGroupTrainingNotFinished");
    assertThat(caller.post("largepersongroups/g/persons", "{'name':'Ben'}").status())
        .isEqualTo(409);
    assertThat(caller.addFace("g", ada, DrawnPerson.ADA.jpeg(2)).status()).isEqualTo(409);
    assertThat(caller.delete("largepersongroups/g/persons/" + ada).status()).isEqualTo(409);
    service.quirks(ServiceQuirk.OPEN_WHILE_TRAINING);
    assertThat(caller.addFace("g", ada, DrawnPerson.ADA.jpeg(2)).status()).isEqualTo(200);
    assertThat(caller.post(TRAIN).status()).isEqualTo(409);
  }

  @Test
  void aGroupWithoutFacesCannotBeTrained() {
    caller.put("largepersongroups/empty", "{'name':'E'}");
    caller.createPerson("empty", "Ada");
    assertThat(caller.post("largepersongroups/empty/train").status()).isEqualTo(202);
    clock.pass(QUEUE.plus(WORK));
    JsonNode failed = caller.get("largepersongroups/empty/training").body();
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("message").asText()).contains("no face");
  }

  @Test
  void aFailedTrainingLeavesWhatWasKnown() {
    train();
    service.faults(
        FaultPlan.script(
            FaultRule.nth(ApiOperation.TRAIN, 1, new CallFault.FailTraining("Out of luck."))));
    caller.addFace("g", caller.createPerson("g", "Ben"), DrawnPerson.BEN.jpeg(1));
    assertThat(caller.post(TRAIN).status()).isEqualTo(202);
    clock.pass(QUEUE.plus(WORK));
    JsonNode failed = caller.get(TRAINING).body();
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("message").asText()).isEqualTo("Out of luck.");
    assertThat(failed.path("lastSuccessfulTrainingDateTime").asText())
        .isEqualTo("2026-03-01T12:01:05.0000000Z");
    assertThat(caller.identify("g", caller.faceId(DrawnPerson.ADA.jpeg(1)))).isEqualTo(ada);
    assertThat(caller.identify("g", caller.faceId(DrawnPerson.BEN.jpeg(1)))).isEmpty();
  }
}
