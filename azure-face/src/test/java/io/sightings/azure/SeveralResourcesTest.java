package io.sightings.azure;

import static io.sightings.azure.IdentifyFixture.calls;
import static io.sightings.azure.IdentifyFixture.name;
import static io.sightings.azure.IdentifyFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.identify.AzureDetector;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.identify.GroupReadinessCheck;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.emulator.FaceEmulator;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.emulator.fault.CallFault;
import io.sightings.emulator.fault.FaultPlan;
import io.sightings.emulator.fault.FaultPlan.FaultRule;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.fixtures.DrawnPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every resource has its own group and its own ids of the same people. */
class SeveralResourcesTest {
  private final ShotFixture shots = ShotFixture.drawn();
  private FaceEmulator first;
  private FaceEmulator second;

  @BeforeEach
  void start() {
    first = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED);
    second = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withSeed(2));
    IdentifyFixture.know(first, DrawnPerson.ADA, DrawnPerson.CLEO);
    IdentifyFixture.know(second, DrawnPerson.CLEO, DrawnPerson.ADA);
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
    shots.close();
  }

  private AzureSettings settings() {
    return IdentifyFixture.settings(first, second);
  }

  private List<AzureIdentifyResult> ask(AzureIdentifier identifier, int times) {
    List<CompletableFuture<AzureIdentifyResult>> questions = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      DrawnPerson person = i % 2 == 0 ? DrawnPerson.ADA : DrawnPerson.CLEO;
      questions.add(identifier.identify(shots.of(person), identifier.options(CallPriority.NEW)));
    }
    List<AzureIdentifyResult> answers = questions.stream().map(IdentifyFixture::told).toList();
    for (int i = 0; i < times; i++) {
      assertThat(name(answers.get(i))).isEqualTo(i % 2 == 0 ? "ADA" : "CLEO");
      assertThat(answers.get(i).candidates().get(0).personId())
          .isEqualTo(i % 2 == 0 ? "ada" : "cleo");
    }
    return answers;
  }

  @Test
  void questionsAreSharedOutAndNoCallMixesResources() {
    try (AzureIdentifier identifier = AzureIdentifier.open(settings())) {
      List<AzureIdentifyResult> answers = ask(identifier, 8);
      assertThat(answers)
          .extracting(AzureIdentifyResult::resource)
          .contains("127.0.0.1", "127.0.0.1#2");
    }
    assertThat(calls(first, "detect") + calls(second, "detect")).isEqualTo(8);
    for (FaceEmulator service : List.of(first, second)) {
      assertThat(calls(service, "detect")).isPositive();
      assertThat(calls(service, "identify")).isPositive();
      assertThat(service.calls().since(0)).allMatch(call -> call.status() == 200);
    }
  }

  @Test
  void whileOneIsAwayTheOtherAnswers() {
    AzureSettings both = settings();
    first.close();
    try (AzureIdentifier identifier = AzureIdentifier.open(both)) {
      assertThat(ask(identifier, 6)).allMatch(answer -> answer.resource().equals("127.0.0.1#2"));
      assertThat(identifier.availability().available()).isTrue();
    }
  }

  @Test
  void recordingsDoNotWaitForOneThatIsAwayWhileTheOtherCanBeAsked() {
    first.faults(FaultPlan.script(FaultRule.every(ApiOperation.IDENTIFY, CallFault.unavailable())));
    try (AzureIdentifier identifier = AzureIdentifier.open(settings())) {
      for (int i = 0; i < 2; i++) {
        AzureIdentifyResult answer =
            told(
                identifier.identify(
                    shots.of(DrawnPerson.ADA), identifier.patientOptions(CallPriority.NEW)));
        assertThat(name(answer)).isEqualTo("ADA");
        assertThat(answer.resource()).isEqualTo("127.0.0.1#2");
      }
    }
  }

  @Test
  void aResourceWithoutTheGroupIsAskedOnceAndThenLeftOut() {
    first.reset();
    try (AzureIdentifier identifier = AzureIdentifier.open(settings())) {
      double paid = ask(identifier, 1).get(0).paidCalls() + ask(identifier, 1).get(0).paidCalls();
      assertThat(paid).isEqualTo(6); // what the first resource has cost is not forgotten
      ask(identifier, 4);
      assertThat(calls(first, "detect")).isEqualTo(1);
    }
  }

  @Test
  void whereOneResourcesDayIsSpentTheOtherGoesOn() {
    AzureSettings thrifty = settings().withBudget(settings().budget().withRates(1000, 0, 5));
    try (AzureIdentifier identifier = AzureIdentifier.open(thrifty)) {
      List<InquiryOutcome> outcomes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        outcomes.add(
            told(identifier.identify(
                    shots.of(DrawnPerson.ADA), identifier.options(CallPriority.NEW)))
                .outcome());
      }
      assertThat(outcomes.subList(0, 2)).containsOnly(InquiryOutcome.IDENTIFIED);
      assertThat(outcomes.get(5)).isEqualTo(InquiryOutcome.BUDGET_SPENT);
    }
    assertThat(first.calls().since(0)).hasSizeLessThanOrEqualTo(5);
    assertThat(second.calls().since(0)).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void theCheckLooksAtEveryResource() {
    second.reset();
    try (AzureIdentifier identifier = AzureIdentifier.open(settings())) {
      List<GroupReadinessCheck.Result> results = told(identifier.check());
      assertThat(results)
          .extracting(GroupReadinessCheck.Result::resource)
          .containsExactly("127.0.0.1", "127.0.0.1#2");
      assertThat(results)
          .extracting(GroupReadinessCheck.Result::trouble)
          .containsExactly(null, InquiryOutcome.NO_GROUP);
    }
  }

  @Test
  void facesFoundByOneResourceAreAskedAboutAtTheSame() {
    try (AzureDetector detector = AzureDetector.open(settings(), true);
        AzureIdentifier identifier = AzureIdentifier.open(settings())) {
      for (int i = 0; i < 4; i++) {
        var found =
            told(
                detector.detect(
                    ShotFixture.portrait(DrawnPerson.ADA), detector.options(CallPriority.NEW)));
        var face = found.faces().get(0).service();
        AzureIdentifyResult answer =
            told(identifier.identify(face, identifier.options(CallPriority.NEW)));
        assertThat(name(answer)).isEqualTo("ADA");
        assertThat(answer.resource()).isEqualTo(found.resource());
      }
    }
    assertThat(calls(first, "detect")).isPositive();
    assertThat(calls(second, "detect")).isPositive();
  }
}
