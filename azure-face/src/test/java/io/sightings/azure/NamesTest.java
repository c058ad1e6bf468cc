package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.calls;
import static io.sightings.azure.IdentifyFixture.name;
import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureDetector;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.FaceShot;
import io.sightings.engine.ServiceDetection;
import io.sightings.fixtures.ConditionWait;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names are kept here, and read again from time to time. */
class NamesTest {
  private static final Duration REFRESH = Duration.ofMinutes(11);

  private final ManualClock clock = new ManualClock();
  private final ShotFixture shots = ShotFixture.drawn();
  private FaceEmulator service;
  private AzureIdentifier identifier;
  private String ada;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    IdentifyFixture.make(service);
    ada = IdentifyFixture.enrol(service, DrawnPerson.ADA);
    IdentifyFixture.train(service);
    service.calls().clear();
    identifier = AzureIdentifier.open(IdentifyFixture.settings(service), clock);
  }

  @AfterEach
  void stop() {
    identifier.close();
    service.close();
    shots.close();
  }

  private AzureIdentifyResult ask(DrawnPerson person) {
    return told(identifier.identify(shots.of(person), identifier.options(CallPriority.NEW)));
  }

  private FaceApiCaller caller() {
    return FaceApiCaller.withKey(service.endpoint(), service.key());
  }

  private String person() {
    return "largepersongroups/" + IdentifyFixture.GROUP + "/persons/" + ada;
  }

  @Test
  void theListIsReadOnceForManyAnswers() {
    for (int i = 0; i < 5; i++) {
      assertThat(name(ask(DrawnPerson.ADA))).isEqualTo("ADA");
    }
    assertThat(calls(service, "listPersons")).isEqualTo(1);
    assertThat(calls(service, "getTrainingStatus")).isEqualTo(1);
    assertThat(calls(service, "getPerson")).isZero();
  }

  @Test
  void aRenamedPersonHasTheNewNameAfterTheNextReadingAndTheSameId() {
    ask(DrawnPerson.ADA);
    caller().patch(person(), "{'name':'Lady Lovelace'}");
    assertThat(name(ask(DrawnPerson.ADA))).isEqualTo("ADA");

    clock.pass(REFRESH);
    ConditionWait.until(() -> name(ask(DrawnPerson.ADA)).equals("Lady Lovelace"));
    assertThat(ask(DrawnPerson.ADA).candidates().get(0).personId()).isEqualTo("ada");
    assertThat(calls(service, "listPersons")).isEqualTo(2);
  }

  @Test
  void whoeverIsForgottenIsNobodyEvenBeforeTheNextTraining() {
    service.quirks(ServiceQuirk.DELETED_LINGER);
    ask(DrawnPerson.ADA);
    caller().delete(person());

    clock.pass(REFRESH);
    ConditionWait.until(() -> ask(DrawnPerson.ADA).outcome() == InquiryOutcome.UNKNOWN);
    ask(DrawnPerson.ADA);
    assertThat(calls(service, "getPerson")).isEqualTo(1);
  }

  @Test
  void somebodyEnrolledSinceIsAskedForByIdOnce() {
    ask(DrawnPerson.ADA);
    IdentifyFixture.enrol(service, DrawnPerson.BEN);
    IdentifyFixture.train(service);

    AzureIdentifyResult answer = ask(DrawnPerson.BEN);
    assertThat(name(answer)).isEqualTo("BEN");
    assertThat(answer.paidCalls()).isEqualTo(3);
    assertThat(ask(DrawnPerson.BEN).paidCalls()).isEqualTo(2);
    assertThat(calls(service, "getPerson")).isEqualTo(1);
  }

  @Test
  void theVersionChangesWithTheTraining() {
    String before = ask(DrawnPerson.ADA).peopleVersion();
    IdentifyFixture.enrol(service, DrawnPerson.BEN);
    IdentifyFixture.train(service);

    clock.pass(REFRESH);
    ConditionWait.until(() -> !ask(DrawnPerson.ADA).peopleVersion().equals(before));
    assertThat(ask(DrawnPerson.ADA).peopleVersion()).startsWith("sightings@");
  }

  @Test
  void anOldListServesWhileANewOneCannotBeRead() {
    ask(DrawnPerson.ADA);
    service.faults(
        FaultPlan.script(FaultRule.every(ApiOperation.LIST_PERSONS, CallFault.unavailable())));
    clock.pass(REFRESH);
    for (int i = 0; i < 3; i++) {
      assertThat(name(ask(DrawnPerson.ADA))).isEqualTo("ADA");
    }
  }

  @Test
  void aPersonSomebodyElseHasMadeHasTheServicesId() {
    String other = caller().createPerson(IdentifyFixture.GROUP, "Cleo");
    caller().addFace(IdentifyFixture.GROUP, other, ShotFixture.portrait(DrawnPerson.CLEO));
    IdentifyFixture.train(service);
    AzureIdentifyResult answer = ask(DrawnPerson.CLEO);
    assertThat(name(answer)).isEqualTo("Cleo");
    assertThat(answer.candidates().get(0).personId()).isEqualTo("azure-" + other);
  }

  @Test
  void whoeverIsInTheGroupTwiceIsOneCandidate() {
    IdentifyFixture.enrol(service, DrawnPerson.ADA);
    IdentifyFixture.train(service);
    AzureIdentifyResult answer = ask(DrawnPerson.ADA);
    assertThat(answer.candidates()).hasSize(1);
    assertThat(answer.candidates().get(0).personId()).isEqualTo("ada");
  }

  @Test
  void allWhoAskWithTheSameSettingsShareCallsAndNames() {
    AzureSettings settings = IdentifyFixture.gathering(service, Duration.ofSeconds(1));
    FaceShot ada = shots.of(DrawnPerson.ADA);
    try (AzureDetector detector = AzureDetector.open(settings, true);
        AzureIdentifier one = AzureIdentifier.open(settings);
        AzureIdentifier other = AzureIdentifier.open(settings)) {
      told(one.check());
      told(other.check());
      ServiceDetection face =
          told(detector.detect(ada.jpeg(), detector.options(CallPriority.NEW))).faces().get(0);
      ServiceDetection again =
          told(detector.detect(ada.jpeg(), detector.options(CallPriority.NEW))).faces().get(0);
      var first = one.identify(face.service(), one.options(CallPriority.NEW));
      var second = other.identify(again.service(), other.options(CallPriority.NEW));
      assertThat(name(told(first))).isEqualTo("ADA");
      assertThat(name(told(second))).isEqualTo("ADA");
    }
    assertThat(calls(service, "identify")).isEqualTo(1);
    assertThat(calls(service, "listPersons")).isEqualTo(1);
    assertThat(calls(service, "getGroup")).isZero();
    assertThat(calls(service, "getTrainingStatus")).isEqualTo(1);
  }
}
