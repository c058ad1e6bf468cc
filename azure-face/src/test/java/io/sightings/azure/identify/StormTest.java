package io.sightings.azure.identify;

import static io.sightings.azure.identify.StormyService.answered;
import static io.sightings.azure.identify.StormyService.failed;
import static io.sightings.azure.identify.StormyService.shot;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.VirtualTimeResources;
import io.sightings.azure.call.VirtualTimeResources.Reply;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.FaceRequest;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is named while calls are throttled, fail and hang, in virtual time. */
class StormTest {
  private static final AzureSettings SETTINGS =
      AzureSettings.DEFAULT.withIdentify(
          AzureSettings.DEFAULT.identify().withBatchWait(Duration.ZERO));

  private final VirtualTimeResources world = new VirtualTimeResources();
  private AzureIdentifier identifier;

  private void open(List<Function<FaceRequest, Reply>> services) {
    for (int i = 0; i < services.size(); i++) {
      world.with("resource-" + i, SETTINGS, services.get(i));
    }
    identifier = AzureIdentifier.over(world.lease(), SETTINGS, world::now);
    identifier.check();
  }

  /** Two live cameras and two recordings of a street, with a walk of 8 s begun every 4 s. */
  private List<WalkingPerson> street(int walks) {
    List<WalkingPerson> all = new ArrayList<>();
    for (int walk = 0; walk < walks; walk++) {
      String who = List.of("ada", "ben", "stranger", "cleo", "dan").get(walk % 5);
      for (int camera = 0; camera < 4; camera++) {
        all.add(new WalkingPerson(world, identifier, who, 4 * walk, camera % 2 == 0));
      }
    }
    world.run(Duration.ofSeconds(4L * walks).plusMinutes(6));
    return all;
  }

  /** In three of these storms every probe fails for about as long as a patience lasts. */
  @ParameterizedTest
  @CsvSource({"1,0", "2,1", "3,0", "4,2", "5,6", "6,0"})
  void inAStormAllAreJudgedLiveOrRecordedWhomTheServiceAnswers(long seed, int unanswered) {
    open(List.of(new StormyService(seed, 0.3)));

    assertThat(street(80))
        .filteredOn(walk -> !walk.isJudged())
        .hasSizeLessThanOrEqualTo(unanswered);
  }

  @Test
  void inCalmWeatherNothingIsAskedTwice() {
    StormyService calm = new StormyService(1, 0);
    open(List.of(calm));

    assertThat(street(20)).allMatch(WalkingPerson::isJudged);
    assertThat(calm.calls)
        .isEqualTo(
            Map.of(
                FaceOperation.DETECT, 80,
                FaceOperation.IDENTIFY, 80,
                FaceOperation.GET_TRAINING, 1,
                FaceOperation.LIST_PERSONS, 1));
  }

  /** An answer there is by now. */
  private static AzureIdentifyResult told(CompletableFuture<AzureIdentifyResult> question) {
    assertThat(question).isDone();
    return question.join();
  }

  private CompletableFuture<AzureIdentifyResult> ask() {
    return identifier.identify(shot("ada"), identifier.options(CallPriority.NEW));
  }

  @Test
  void namesWaitNeitherForTheListNorForTheTrainingsVersion() {
    open(
        List.of(
            request ->
                switch (request.operation()) {
                  case GET_TRAINING, LIST_PERSONS ->
                      failed(request, FaceErrorKind.LOST, 10_000, null);
                  default -> answered(request, 200);
                }));
    CompletableFuture<AzureIdentifyResult> first = ask();
    CompletableFuture<AzureIdentifyResult> second = ask();
    world.run(Duration.ofSeconds(4));

    assertThat(told(first).outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
    assertThat(told(first).candidates().get(0).name()).isEqualTo("ada");
    CompletableFuture<AzureIdentifyResult> third = ask();
    world.run(Duration.ofSeconds(1));
    assertThat(told(second).outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
    assertThat(told(third).paidCalls()).isEqualTo(2); // the name is known by now
  }

  @Test
  void aLiveQuestionWhoseDetectionIsPaidWaitsForItsIdentification() {
    List<FaceRequest> failures = new ArrayList<>();
    open(
        List.of(
            request -> {
              if (request.operation() == FaceOperation.IDENTIFY && failures.size() < 7) {
                failures.add(request);
                return failed(request, FaceErrorKind.UNAVAILABLE, 10, null);
              }
              return answered(request, 200);
            }));
    CompletableFuture<AzureIdentifyResult> answer = ask();
    world.run(Duration.ofSeconds(45));

    assertThat(told(answer).outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
  }

  @Test
  void aResourceThatHangsLeavesTheOtherTimeToAnswer() {
    open(
        List.of(
            request -> failed(request, FaceErrorKind.LOST, 10_000, null),
            request -> answered(request, 200)));
    List<CompletableFuture<AzureIdentifyResult>> answers = List.of(ask(), ask());
    world.run(Duration.ofSeconds(30));

    assertThat(answers).allMatch(answer -> told(answer).outcome() == InquiryOutcome.IDENTIFIED);
  }

  @Test
  void aQuestionThatWaitsIsTriedUntilItsPatienceEnds() {
    open(
        List.of(
            request ->
                world.seconds() < 31
                    ? failed(request, FaceErrorKind.UNAVAILABLE, 10, null)
                    : answered(request, 200)));
    CallOptions waiting = identifier.options(CallPriority.NEW).waitingOut();
    CompletableFuture<AzureIdentifyResult> answer = identifier.identify(shot("ada"), waiting);
    world.run(Duration.ofSeconds(45));

    assertThat(told(answer).outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
  }
}
