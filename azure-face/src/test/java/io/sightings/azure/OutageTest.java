package io.sightings.azure;

import static io.sightings.azure.Asking.name;
import static io.sightings.azure.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallPriority;
import io.sightings.azure.identify.AzureAnswer;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.GroupCheck;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.OutageSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultRule;
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
  private final Shots shots = Shots.drawn();
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
    return open(Asking.settings(service));
  }

  private AzureIdentifier open(AzureSettings settings) {
    return AzureIdentifier.open(settings, clock);
  }

  private AzureAnswer ask(AzureIdentifier identifier) {
    return told(identifier.identify(ada, identifier.options(CallPriority.NEW)));
  }

  private static GroupCheck.Result check(AzureIdentifier identifier) {
    return told(identifier.check()).get(0);
  }

  @Test
  void aWrongKeyIsToldAndNotTriedOverAndOver() {
    Duration leave = Duration.ofMinutes(5);
    AzureSettings settings =
        Asking.settings(service)
            .withResource(service.endpoint().toString(), "another-key")
            .withOutage(
                new OutageSettings(
                    3, Duration.ofMillis(20), Duration.ofMillis(20), 3, leave, leave));
    try (AzureIdentifier identifier = open(settings)) {
      for (int i = 0; i < 3; i++) {
        AzureAnswer answer = ask(identifier);
        assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NOT_ALLOWED);
        assertThat(answer.text()).contains("check the key").doesNotContain("another-key");
        assertThat(answer.paidCalls()).isZero();
      }
      AzureAnswer recorded =
          told(identifier.identify(ada, identifier.patientOptions(CallPriority.NEW)));
      assertThat(recorded.outcome()).isEqualTo(InquiryOutcome.NOT_ALLOWED);
      assertThat(Asking.calls(service, "detect")).isEqualTo(1);
      assertThat(check(identifier).hopeless()).isTrue();
    }
  }

  @Test
  void aServiceThatHasTooMuchToDoIsToldAndCostsNothing() {
    Asking.know(service, DrawnPerson.ADA);
    service.faults(FaultPlan.script(FaultRule.every(ApiOperation.DETECT, CallFault.throttled())));
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.THROTTLED);
      assertThat(answer.text()).contains("429").contains("azure.budget");
      assertThat(answer.paidCalls()).isZero();
      assertThat(Asking.calls(service, "detect")).isEqualTo(3);

      service.faults(FaultPlan.NONE);
      assertThat(name(ask(identifier))).isEqualTo("ADA");
    }
  }

  @Test
  void theDaysBudgetIsNotExceeded() {
    Asking.know(service, DrawnPerson.ADA);
    AzureSettings thrifty =
        Asking.settings(service)
            .withBudget(Asking.settings(service).budget().withRates(1000, 0, 1));
    try (AzureIdentifier identifier = open(thrifty)) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.BUDGET_SPENT);
      assertThat(answer.text()).contains("raise azure.budget.perDay");
      assertThat(answer.paidCalls()).isEqualTo(1);
      assertThat(ask(identifier).paidCalls()).isZero();
      assertThat(service.calls().since(0)).hasSize(1);
    }
  }

  @Test
  void aServiceThatIsAwayIsToldAndComesBack() {
    Asking.know(service, DrawnPerson.ADA);
    service.faults(FaultPlan.script(FaultRule.every(ApiOperation.DETECT, CallFault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
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
    AzureSettings settings = Asking.settings(service);
    service.close();
    try (AzureIdentifier identifier = open(settings)) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.AWAY);
      assertThat(answer.text()).contains("check the endpoint and the network");
      assertThat(check(identifier).trouble()).isEqualTo(InquiryOutcome.AWAY);
      assertThat(check(identifier).hopeless()).isFalse();
    }
  }

  @Test
  void recordingsWaitForAServiceThatIsAway() {
    Asking.know(service, DrawnPerson.ADA);
    service.faults(
        FaultPlan.script(
            new FaultRule(ApiOperation.DETECT, 1, 8, CallFault.unavailable()),
            new FaultRule(ApiOperation.IDENTIFY, 1, 8, CallFault.unavailable()),
            new FaultRule(ApiOperation.LIST_PERSONS, 1, 8, CallFault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer =
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
    Asking.know(service, DrawnPerson.ADA);
    service.faults(
        FaultPlan.script(FaultRule.every(ApiOperation.IDENTIFY, CallFault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      var question = identifier.identify(ada, identifier.patientOptions(CallPriority.NEW));
      ConditionWait.until(() -> Asking.calls(service, "identify") > 0);
      its.pass(Duration.ofMinutes(5));
      service.faults(FaultPlan.NONE);

      AzureAnswer answer = told(question);
      assertThat(name(answer)).isEqualTo("ADA");
      assertThat(Asking.calls(service, "detect")).isEqualTo(2);
      assertThat(answer.paidCalls()).isEqualTo(4); // the attempt in vain is not left out
    }
  }
}
