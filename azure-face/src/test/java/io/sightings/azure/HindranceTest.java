package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.name;
import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.identify.GroupReadinessCheck;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.engine.FaceShot;
import io.sightings.fixtures.DrawnPerson;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A known blocker is reported with its remedy and costs no further call. */
class HindranceTest {
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

  /** Nothing is paid for what is known, and one question looks again after a while. */
  private void assertRemembered(AzureIdentifier identifier, InquiryOutcome outcome) {
    service.calls().clear();
    for (int i = 0; i < 5; i++) {
      AzureIdentifyResult again = ask(identifier);
      assertThat(again.outcome()).isEqualTo(outcome);
      assertThat(again.text()).isNotEmpty();
      assertThat(again.paidCalls()).isZero();
    }
    assertThat(service.calls().since(0)).isEmpty();

    clock.pass(Duration.ofMinutes(2));
    List<CompletableFuture<AzureIdentifyResult>> together = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      together.add(identifier.identify(ada, identifier.options(CallPriority.NEW)));
    }
    together.forEach(each -> assertThat(told(each).outcome()).isEqualTo(outcome));
    assertThat(IdentifyFixture.calls(service, "detect")).isEqualTo(1);
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
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NO_GROUP);
      assertThat(answer.text()).contains("./sightings enrol DIR --azure");
      assertThat(answer.paidCalls()).isEqualTo(2);
      assertThat(check(identifier).trouble()).isEqualTo(InquiryOutcome.NO_GROUP);
      assertThat(check(identifier).hopeless()).isFalse();
      assertRemembered(identifier, InquiryOutcome.NO_GROUP);

      IdentifyFixture.know(service, DrawnPerson.ADA);
      assertNamedOnceMended(identifier);
      assertThat(check(identifier).trouble()).isNull();
    }
  }

  @Test
  void aGroupThatWasNeverTrainedIsToldAndNotAskedAgain() {
    IdentifyFixture.make(service);
    IdentifyFixture.enrol(service, DrawnPerson.ADA);
    try (AzureIdentifier identifier = open()) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NOT_TRAINED);
      assertThat(answer.text()).contains("enrol people, which trains it");
      assertThat(check(identifier).trouble()).isEqualTo(InquiryOutcome.NOT_TRAINED);
      assertRemembered(identifier, InquiryOutcome.NOT_TRAINED);

      IdentifyFixture.train(service);
      assertNamedOnceMended(identifier);
    }
  }

  @Test
  void whileTheFirstTrainingRunsNobodyIsAskedOverAndOver() {
    service.close();
    service =
        FaceEmulator.start(
            FaceEmulatorSettings.UNTHROTTLED.withPace(
                FaceEmulatorSettings.UNTHROTTLED
                    .pace()
                    .withTraining(Duration.ZERO, Duration.ofHours(1))));
    IdentifyFixture.know(service, DrawnPerson.ADA);
    try (AzureIdentifier identifier = open()) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NOT_TRAINED);
      assertThat(answer.text()).contains("LargePersonGroupTrainingNotFinished").contains("wait");
      assertThat(answer.paidCalls()).isEqualTo(2);
      assertThat(check(identifier).trouble()).isEqualTo(InquiryOutcome.NOT_TRAINED);
    }
  }

  @Test
  void aGroupOfAnotherModelIsToldAndNotAskedAgain() {
    IdentifyFixture.make(service, "recognition_03");
    IdentifyFixture.enrol(service, DrawnPerson.ADA);
    IdentifyFixture.train(service);
    try (AzureIdentifier identifier = open()) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.OTHER_MODEL);
      assertThat(answer.text()).contains("delete it and enrol again");
      assertRemembered(identifier, InquiryOutcome.OTHER_MODEL);
    }
  }

  @Test
  void whatTheCheckHasFoundIsNotPaidForByQuestions() {
    try (AzureIdentifier identifier = open()) {
      assertThat(check(identifier).trouble()).isEqualTo(InquiryOutcome.NO_GROUP);
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NO_GROUP);
      assertThat(answer.paidCalls()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ServiceQuirk.class,
      names = {"UNAPPROVED", "UNAPPROVED_PLAIN"})
  void whatMicrosoftHasNotApprovedIsToldOnceWithItsRemedy(ServiceQuirk quirk) {
    IdentifyFixture.know(service, DrawnPerson.ADA);
    service.quirks(quirk);
    try (AzureTestLog log = AzureTestLog.of("io.sightings");
        AzureIdentifier identifier = open()) {
      AzureIdentifyResult answer = ask(identifier);
      assertThat(answer.outcome()).isEqualTo(InquiryOutcome.NOT_SUPPORTED);
      assertThat(answer.text()).contains("apply for access at https://aka.ms/facerecognition");
      assertThat(answer.paidCalls()).isZero();
      assertRemembered(identifier, InquiryOutcome.NOT_SUPPORTED);
      assertThat(log.text())
          .containsOnlyOnce("names nobody until this is mended")
          .contains("use Azure for detection only and the local engine for names");

      service.quirks();
      assertNamedOnceMended(identifier);
      assertThat(log.text()).containsOnlyOnce("names people again");
    }
  }
}
