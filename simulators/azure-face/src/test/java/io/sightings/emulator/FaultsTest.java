package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.emulator.calls.RecordedCall;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.CallFault.Drop;
import io.sightings.emulator.fault.CallFault.Ending;
import io.sightings.emulator.fault.CallFault.Moment;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.RandomFaultPlan;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.fixtures.ConditionWait;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private static final String PERSONS = "largepersongroups/g/persons";
  private static final String ADA = "{'name':'Ada'}";

  private FaceEmulator service;
  private FaceApiCaller caller;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
    caller.put("largepersongroups/g", "{'name':'G'}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void nextPersonMeets(CallFault fault) {
    service.faults(FaultPlan.script(FaultRule.nth(ApiOperation.CREATE_PERSON, 1, fault)));
  }

  private int people() {
    return service.state().get(0).people().size();
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void aConnectionDroppedBeforeTheWorkLeavesNothing(Ending ending) {
    nextPersonMeets(new Drop(Moment.BEFORE_WORK, ending));
    assertThatThrownBy(() -> caller.tryPost(PERSONS, ADA)).isInstanceOf(IOException.class);
    assertThat(people()).isZero();
    assertThat(caller.createPerson("g", "Ada")).isNotEmpty();
    assertThat(people()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void aConnectionDroppedAfterTheWorkLeavesADuplicateOfWhoeverAsksAgain(Ending ending) {
    nextPersonMeets(new Drop(Moment.AFTER_WORK, ending));
    assertThatThrownBy(() -> caller.tryPost(PERSONS, ADA)).isInstanceOf(IOException.class);
    assertThat(people()).isEqualTo(1);
    caller.createPerson("g", "Ada");
    assertThat(people()).isEqualTo(2);
  }

  @Test
  void anAnswerMayStopInItsMiddle() {
    nextPersonMeets(new Drop(Moment.IN_ANSWER, Ending.CLOSE));
    assertThatThrownBy(() -> caller.tryPost(PERSONS, ADA)).isInstanceOf(IOException.class);
    assertThat(people()).isEqualTo(1);
    RecordedCall call = last();
    assertThat(call.status()).isZero();
    assertThat(call.ended()).isNotNull();
    assertThat(call.fault()).contains("IN_ANSWER");
  }

  private RecordedCall last() {
    return service.calls().since(0).get(service.calls().since(0).size() - 1);
  }

  @Test
  void aResetIsAResetAndACloseIsTheEndOfTheStream() throws IOException {
    nextPersonMeets(new Drop(Moment.AFTER_WORK, Ending.CLOSE));
    try (Socket socket = askForPerson()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    nextPersonMeets(new Drop(Moment.AFTER_WORK, Ending.RESET));
    try (Socket socket = askForPerson()) {
      InputStream in = socket.getInputStream();
      assertThatThrownBy(in::read)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  private Socket askForPerson() throws IOException {
    String body = ADA.replace('\'', '"');
    Socket socket = new Socket("127.0.0.1", service.endpoint().getPort());
    String request =
        "POST /face/v1.2/"
            + PERSONS
            + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
            + "Ocp-Apim-Subscription-Key: "
            + service.key()
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void aSlowAnswerIsARightOne() {
    nextPersonMeets(new CallFault.Slow(Duration.ofMillis(300)));
    assertThat(caller.post(PERSONS, ADA).status()).isEqualTo(200);
    assertThat(Duration.between(last().arrived(), last().ended()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aHangingCallIsKnownToHaveArrivedAndEndsWithTheService() {
    nextPersonMeets(new CallFault.Hang(Moment.AFTER_WORK));
    Thread asking =
        new Thread(
            () -> assertThatThrownBy(() -> caller.tryPost(PERSONS, ADA)).isNotNull(), "asking");
    asking.start();
    ConditionWait.until(() -> people() == 1);
    assertThat(last().ended()).isNull();
    service.close();
    ConditionWait.until(() -> !asking.isAlive());
  }

  @Test
  void aRefusalMaySayWhenToComeBackAndCostsNothing() {
    nextPersonMeets(CallFault.throttled(2, true));
    Answer refused = caller.post(PERSONS, ADA);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(refused.message()).contains("retry after 2 seconds");
    assertThat(last().paid()).isFalse();
    nextPersonMeets(CallFault.throttled(1, false));
    assertThat(caller.post(PERSONS, ADA).header("Retry-After")).isNull();
    nextPersonMeets(CallFault.throttled());
    assertThat(caller.post(PERSONS, ADA).message()).isEqualTo("Rate limit is exceeded.");
    assertThat(people()).isZero();
  }

  @Test
  void anErrorMayComeAfterTheWork() {
    nextPersonMeets(CallFault.failure(Moment.AFTER_WORK));
    assertThat(caller.post(PERSONS, ADA).status()).isEqualTo(500);
    assertThat(people()).isEqualTo(1);
    assertThat(last().paid()).isTrue();
  }

  @Test
  void aWarningIsASuccess() {
    nextPersonMeets(new CallFault.Warn());
    Answer warned = caller.post(PERSONS, ADA);
    assertThat(warned.status()).isEqualTo(299);
    assertThat(warned.body().path("personId").asText()).isNotEmpty();
  }

  @Test
  void aScriptNamesCallsOfAnOperationOrOfAll() {
    service.faults(
        FaultPlan.script(
            new FaultRule(ApiOperation.CREATE_PERSON, 2, 2, CallFault.unavailable()),
            FaultRule.nth(6, CallFault.conflict())));
    int[] expected = {200, 503, 503, 200, 200, 409};
    for (int i = 0; i < 6; i++) {
      int status =
          i == 4 ? caller.get("largepersongroups").status() : caller.post(PERSONS, ADA).status();
      assertThat(status).as("call %s", i + 1).isEqualTo(expected[i]);
    }
    service.faults(FaultPlan.NONE);
    assertThat(caller.post(PERSONS, ADA).status()).isEqualTo(200);
  }

  @Test
  void aStormIsSurvivedByWhoeverAsksOftenEnough() throws IOException {
    service.faults(FaultPlan.storm(RandomFaultPlan.of(3, 0.5).withTimeout(Duration.ofMillis(200))));
    int tries = 0;
    int named = 0;
    while (named < 10 && tries < 500) {
      tries++;
      try {
        named += caller.tryPost(PERSONS, ADA).status() / 100 == 2 ? 1 : 0;
      } catch (IOException e) {
        assertThat(last().status()).as("%s", e).isZero();
      }
    }
    assertThat(named).isEqualTo(10);
    assertThat(tries).isGreaterThan(10);
    assertThat(people()).isGreaterThanOrEqualTo(10);
  }
}
