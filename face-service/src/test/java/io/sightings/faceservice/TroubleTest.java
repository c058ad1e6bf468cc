package io.sightings.faceservice;

import static io.sightings.faceservice.Asking.name;
import static io.sightings.faceservice.Asking.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.engine.Shot;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.identify.AzureAnswer;
import io.sightings.engine.azure.identify.AzureIdentifier;
import io.sightings.engine.azure.identify.GroupCheck;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.engine.azure.settings.OutageSettings;
import io.sightings.faceservice.fault.Fault;
import io.sightings.faceservice.fault.Faults;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Rule;
import io.sightings.faceservice.wire.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in the way of a name is told with its remedy, and costs no more than it must. */
class TroubleTest {
  private final ManualClock clock = new ManualClock();
  private final Shots shots = Shots.drawn();
  private Shot ada;
  private FaceService service;

  @BeforeEach
  void start() {
    service = FaceService.start(Drawn.settings());
    ada = shots.of(Drawn.ADA);
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
    return told(identifier.identify(ada, identifier.options(Priority.NEW)));
  }

  private static GroupCheck.Result check(AzureIdentifier identifier) {
    return told(identifier.check()).get(0);
  }

  /** Nothing is paid for what is known, and one question looks again after a while. */
  private void assertRemembered(AzureIdentifier identifier, Outcome outcome) {
    service.calls().clear();
    for (int i = 0; i < 5; i++) {
      AzureAnswer again = ask(identifier);
      assertThat(again.outcome()).isEqualTo(outcome);
      assertThat(again.text()).isNotEmpty();
      assertThat(again.paidCalls()).isZero();
    }
    assertThat(service.calls().since(0)).isEmpty();

    clock.pass(Duration.ofMinutes(2));
    List<CompletableFuture<AzureAnswer>> together = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      together.add(identifier.identify(ada, identifier.options(Priority.NEW)));
    }
    together.forEach(each -> assertThat(told(each).outcome()).isEqualTo(outcome));
    assertThat(Asking.calls(service, "detect")).isEqualTo(1);
  }

  /** What has been mended is noticed without a restart. */
  private void assertNamedOnceMended(AzureIdentifier identifier) {
    clock.pass(Duration.ofMinutes(2));
    assertThat(name(ask(identifier))).isEqualTo("ADA");
    assertThat(name(ask(identifier))).isEqualTo("ADA");
  }

  @Test
  void aGroupThatDoesNotExistIsToldAndNotAskedAgain() {
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.NO_GROUP);
      assertThat(answer.text()).contains("./sightings enrol DIR --azure");
      assertThat(answer.paidCalls()).isEqualTo(2);
      assertThat(check(identifier).trouble()).isEqualTo(Outcome.NO_GROUP);
      assertThat(check(identifier).hopeless()).isFalse();
      assertRemembered(identifier, Outcome.NO_GROUP);

      Asking.know(service, Drawn.ADA);
      assertNamedOnceMended(identifier);
      assertThat(check(identifier).trouble()).isNull();
    }
  }

  @Test
  void aGroupThatWasNeverTrainedIsToldAndNotAskedAgain() {
    Asking.make(service);
    Asking.enrol(service, Drawn.ADA);
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.NOT_TRAINED);
      assertThat(answer.text()).contains("enrol people, which trains it");
      assertThat(check(identifier).trouble()).isEqualTo(Outcome.NOT_TRAINED);
      assertRemembered(identifier, Outcome.NOT_TRAINED);

      Asking.train(service);
      assertNamedOnceMended(identifier);
    }
  }

  @Test
  void whileTheFirstTrainingRunsNobodyIsAskedOverAndOver() {
    service.close();
    service =
        FaceService.start(
            Drawn.settings()
                .withPace(
                    Drawn.settings().pace().withTraining(Duration.ZERO, Duration.ofHours(1))));
    Asking.know(service, Drawn.ADA);
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.NOT_TRAINED);
      assertThat(answer.text()).contains("LargePersonGroupTrainingNotFinished").contains("wait");
      assertThat(answer.paidCalls()).isEqualTo(2);
      assertThat(check(identifier).trouble()).isEqualTo(Outcome.NOT_TRAINED);
    }
  }

  @Test
  void aGroupOfAnotherModelIsToldAndNotAskedAgain() {
    Asking.make(service, "recognition_03");
    Asking.enrol(service, Drawn.ADA);
    Asking.train(service);
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.OTHER_MODEL);
      assertThat(answer.text()).contains("delete it and enrol again");
      assertRemembered(identifier, Outcome.OTHER_MODEL);
      GroupCheck.Result check = check(identifier);
      assertThat(check.hopeless()).isTrue();
      assertThat(check.text()).contains("recognition_03").contains("recognition_04 is needed");
    }
  }

  @Test
  void whatTheCheckHasFoundIsNotPaidForByQuestions() {
    try (AzureIdentifier identifier = open()) {
      assertThat(check(identifier).trouble()).isEqualTo(Outcome.NO_GROUP);
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.NO_GROUP);
      assertThat(answer.paidCalls()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Quirk.class,
      names = {"UNAPPROVED", "UNAPPROVED_PLAIN"})
  void whatMicrosoftHasNotApprovedIsToldOnceWithItsRemedy(Quirk quirk) {
    Asking.know(service, Drawn.ADA);
    service.quirks(quirk);
    try (LogLines log = LogLines.of("io.sightings");
        AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.NOT_SUPPORTED);
      assertThat(answer.text()).contains("apply for access at https://aka.ms/facerecognition");
      assertThat(answer.paidCalls()).isZero();
      assertRemembered(identifier, Outcome.NOT_SUPPORTED);
      assertThat(log.text())
          .containsOnlyOnce("names nobody until this is mended")
          .contains("use Azure for detection only and the local engine for names");

      service.quirks();
      assertNamedOnceMended(identifier);
      assertThat(log.text()).containsOnlyOnce("names people again");
    }
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
        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(answer.text()).contains("check the key").doesNotContain("another-key");
        assertThat(answer.paidCalls()).isZero();
      }
      AzureAnswer recorded =
          told(identifier.identify(ada, identifier.patientOptions(Priority.NEW)));
      assertThat(recorded.outcome()).isEqualTo(Outcome.NOT_ALLOWED);
      assertThat(Asking.calls(service, "detect")).isEqualTo(1);
      assertThat(check(identifier).hopeless()).isTrue();
    }
  }

  @Test
  void aServiceThatHasTooMuchToDoIsToldAndCostsNothing() {
    Asking.know(service, Drawn.ADA);
    service.faults(Faults.script(Rule.every(Operation.DETECT, Fault.throttled())));
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.THROTTLED);
      assertThat(answer.text()).contains("429").contains("azure.budget");
      assertThat(answer.paidCalls()).isZero();
      assertThat(Asking.calls(service, "detect")).isEqualTo(3);

      service.faults(Faults.NONE);
      assertThat(name(ask(identifier))).isEqualTo("ADA");
    }
  }

  @Test
  void theDaysBudgetIsNotExceeded() {
    Asking.know(service, Drawn.ADA);
    AzureSettings thrifty =
        Asking.settings(service)
            .withBudget(Asking.settings(service).budget().withRates(1000, 0, 1));
    try (AzureIdentifier identifier = open(thrifty)) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
      assertThat(answer.text()).contains("raise azure.budget.perDay");
      assertThat(answer.paidCalls()).isEqualTo(1);
      assertThat(ask(identifier).paidCalls()).isZero();
      assertThat(service.calls().since(0)).hasSize(1);
    }
  }

  @Test
  void aServiceThatIsAwayIsToldAndComesBack() {
    Asking.know(service, Drawn.ADA);
    service.faults(Faults.script(Rule.every(Operation.DETECT, Fault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.AWAY);
      assertThat(answer.text()).contains("503");
      assertThat(answer.paidCalls()).isZero();

      service.faults(Faults.NONE);
      Waiting.until(() -> name(ask(identifier)).equals("ADA"));
      assertThat(identifier.availability().available()).isTrue();
    }
  }

  @Test
  void aServiceThatCannotBeReachedIsToldAtOnce() {
    AzureSettings settings = Asking.settings(service);
    service.close();
    try (AzureIdentifier identifier = open(settings)) {
      AzureAnswer answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(Outcome.AWAY);
      assertThat(answer.text()).contains("check the endpoint and the network");
      assertThat(check(identifier).trouble()).isEqualTo(Outcome.AWAY);
      assertThat(check(identifier).hopeless()).isFalse();
    }
  }

  @Test
  void recordingsWaitForAServiceThatIsAway() {
    Asking.know(service, Drawn.ADA);
    service.faults(
        Faults.script(
            new Rule(Operation.DETECT, 1, 8, Fault.unavailable()),
            new Rule(Operation.IDENTIFY, 1, 8, Fault.unavailable()),
            new Rule(Operation.LIST_PERSONS, 1, 8, Fault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      AzureAnswer answer = told(identifier.identify(ada, identifier.patientOptions(Priority.NEW)));
      assertThat(name(answer)).isEqualTo("ADA");
      assertThat(answer.paidCalls()).isEqualTo(2);
    }
  }

  @Test
  void aRecordingsFaceThatTheServiceForgetsDuringAnOutageIsShownAgain() {
    ManualClock its = new ManualClock();
    service.close();
    service = FaceService.start(Drawn.settings().withClock(its));
    Asking.know(service, Drawn.ADA);
    service.faults(Faults.script(Rule.every(Operation.IDENTIFY, Fault.unavailable())));
    try (AzureIdentifier identifier = open()) {
      var question = identifier.identify(ada, identifier.patientOptions(Priority.NEW));
      Waiting.until(() -> Asking.calls(service, "identify") > 0);
      its.pass(Duration.ofMinutes(5));
      service.faults(Faults.NONE);

      AzureAnswer answer = told(question);
      assertThat(name(answer)).isEqualTo("ADA");
      assertThat(Asking.calls(service, "detect")).isEqualTo(2);
      assertThat(answer.paidCalls()).isEqualTo(4); // the attempt in vain is not left out
    }
  }
}
