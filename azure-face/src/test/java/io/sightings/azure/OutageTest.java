package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.name;
import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.identify.GroupReadinessCheck;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.OutageSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.engine.FaceShot;
import io.sightings.fixtures.ConditionWait;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever keeps the service from answering is told with its remedy, and costs no more than it
 * must.
 */
class OutageTest {
  private final ManualClock clock = new ManualClock();
  private final ShotFixture shots = ShotFixture.drawn();
  private FaceShot ada;
  private FaceEmulator service;

  @BeforeEach
  void start() {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    ada = shots.of(DrawnPerson.ADA);
  }

  @AfterEach
  void stop() {
    service.close();
    shots.close();
  }

  private AzureIdentifier open() {
    return open(IdentifyFixture.settings(service));
  }

  private AzureIdentifier open(AzureSettings settings) {
    return AzureIdentifier.open(settings, clock);
  }

  private AzureIdentifyResult ask(AzureIdentifier identifier) {
    return told(identifier.identify(ada, identifier.options(CallPriority.NEW)));
  }

  private static GroupReadinessCheck.Result check(AzureIdentifier identifier) {
    return told(identifier.check()).get(0);
  }

  @Test
  void aWrongKeyIsToldAndNotTriedOverAndOver() {
    Duration leave = Duration.ofMinutes(5);
    AzureSettings settings =
        IdentifyFixture.settings(service)
            .withResource(service.endpoint().toString(), "another-key")
            .withOutage(
                new OutageSettings(
                    3, Duration.ofMillis(20), Duration.ofMillis(20), 3, leave, leave));
    try (AzureIdentifier identifier = open(settings)) {
      for (int i = 0; i < 3; i++) {
        AzureIdentifyResult answer = ask(identifier);
        assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NOT_ALLOWED);
        assertThat(answer.text()).contains("check the key").doesNotContain("another-key");
        assertThat(answer.paidCalls()).isZero();
      }
      AzureIdentifyResult recorded =
          told(identifier.identify(ada, identifier.patientOptions(CallPriority.NEW)));
      assertThat(recorded.outcome()).isEqualTo(InquiryOutcome.NOT_ALLOWED);
      assertThat(IdentifyFixture.calls(service, "detect")).isEqualTo(1);
      assertThat(check(identifier).hopeless()).isTrue();
    }
  }

  @Test
  void aServiceThatHasTooMuchToDoIsToldAndCostsNothing() {
    IdentifyFixture.know(service, DrawnPerson.ADA);
    service.faults(FaultPlan.script(FaultRule.every(ApiOperation.DETECT, CallFault.throttled())));
    try (AzureIdentifier identifier = open()) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.THROTTLED);
      assertThat(answer.text()).contains("429").contains("azure.budget");
      assertThat(answer.paidCalls()).isZero();
      assertThat(IdentifyFixture.calls(service, "detect")).isEqualTo(3);

      service.faults(FaultPlan.NONE);
      assertThat(name(ask(identifier))).isEqualTo("ADA");
    }
  }

  @Test
  void theDaysBudgetIsNotExceeded() {
    IdentifyFixture.know(service, DrawnPerson.ADA);
    AzureSettings thrifty =
        IdentifyFixture.settings(service)
            .withBudget(IdentifyFixture.settings(service).budget().withRates(1000, 0, 1));
    try (AzureIdentifier identifier = open(thrifty)) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.BUDGET_SPENT);
      assertThat(answer.text()).contains("raise azure.budget.perDay");
      assertThat(answer.paidCalls()).isEqualTo(1);
      assertThat(ask(identifier).paidCalls()).isZero();
      assertThat(service.calls().since(0)).hasSize(1);
    }
  }

  @Test
  void aServiceThatIsAwayIsToldAndComesBack() {
    IdentifyFixture.know(service, DrawnPerson.ADA);
    service.faults(FaultPlan.script(FaultRule.every(ApiOperation.DETECT, CallFault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.AWAY);
      assertThat(answer.text()).contains("503");
      assertThat(answer.paidCalls()).isZero();

      service.faults(FaultPlan.NONE);
      ConditionWait.until(() -> name(ask(identifier)).equals("ADA"));
      assertThat(identifier.availability().available()).isTrue();
    }
  }

  @Test
  void aServiceThatCannotBeReachedIsToldAtOnce() {
    AzureSettings settings = IdentifyFixture.settings(service);
    service.close();
    try (AzureIdentifier identifier = open(settings)) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.AWAY);
      assertThat(answer.text()).contains("check the endpoint and the network");
      assertThat(check(identifier).trouble()).isEqualTo(InquiryOutcome.AWAY);
      assertThat(check(identifier).hopeless()).isFalse();
    }
  }

  @Test
  void recordingsWaitForAServiceThatIsAway() {
    IdentifyFixture.know(service, DrawnPerson.ADA);
    service.faults(
        FaultPlan.script(
            new FaultRule(ApiOperation.DETECT, 1, 8, CallFault.unavailable()),
            new FaultRule(ApiOperation.IDENTIFY, 1, 8, CallFault.unavailable()),
            new FaultRule(ApiOperation.LIST_PERSONS, 1, 8, CallFault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      AzureIdentifyResult answer =
          told(identifier.identify(ada, identifier.patientOptions(CallPriority.NEW)));
      assertThat(name(answer)).isEqualTo("ADA");
      assertThat(answer.paidCalls()).isEqualTo(3); // the list failed, so the name was asked for
    }
  }

  @Test
  void aRecordingsFaceThatTheServiceForgetsDuringAnOutageIsShownAgain() {
    ManualClock its = new ManualClock();
    service.close();
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withClock(its));
    IdentifyFixture.know(service, DrawnPerson.ADA);
    service.faults(
        FaultPlan.script(FaultRule.every(ApiOperation.IDENTIFY, CallFault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      var question = identifier.identify(ada, identifier.patientOptions(CallPriority.NEW));
      ConditionWait.until(() -> IdentifyFixture.calls(service, "identify") > 0);
      its.pass(Duration.ofMinutes(5));
      service.faults(FaultPlan.NONE);

      AzureIdentifyResult answer = told(question);
      assertThat(name(answer)).isEqualTo("ADA");
      assertThat(IdentifyFixture.calls(service, "detect")).isEqualTo(2);
      assertThat(answer.paidCalls()).isEqualTo(4); // the attempt in vain is not left out
    }
  }
}
