package io.sightings.azure.call;

import static io.sightings.azure.call.SimulatedService.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.FaceRequest;
import io.sightings.azure.settings.BudgetSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Who is served when, within which budget. */
class CallDispatcherTest extends DispatcherFixture {

  @Property(tries = 60)
  void neitherASecondNorAMinuteSeesMoreThanAllowed(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 20) int perSecond,
      @ForAll @IntRange(min = 5, max = 200) int perMinute) {
    VirtualTimeLoop time = new VirtualTimeLoop();
    Random random = new Random(seed);
    SimulatedService busy = new SimulatedService(time, seed, Duration.ofMillis(900));
    busy.breaksConnections(0.5);
    busy.answers(
        request ->
            switch (random.nextInt(8)) {
              case 0 -> fault(FaceErrorKind.UNAVAILABLE, request);
              case 1 -> fault(FaceErrorKind.BUSY, request);
              default -> null;
            });
    CallDispatcher many =
        new CallDispatcher(
            "test",
            busy,
            BudgetSettings.DEFAULT.withRates(perSecond, perMinute, 0),
            OUTAGE,
            time,
            Runnable::run,
            random);
    List<CompletableFuture<FaceResponse>> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      CallPriority priority = CallPriority.values()[random.nextInt(4)];
      FaceOperation operation =
          random.nextInt(3) == 0 ? FaceOperation.GET_PERSON : FaceOperation.DETECT;
      FaceRequest request = new FaceRequest(operation, "/", Map.of(), null, null);
      CallOptions options = CallOptions.of(priority, Duration.ofMinutes(60));
      answers.add(many.submit(request, options));
      time.run(Duration.ofMillis(random.nextInt(200)));
    }
    time.run(Duration.ofHours(2));

    assertThat(busy.mostIn(Duration.ofSeconds(1))).isLessThanOrEqualTo(perSecond);
    assertThat(busy.mostIn(Duration.ofMinutes(1))).isLessThanOrEqualTo(perMinute);
    assertThat(answers).allMatch(CompletableFuture::isDone);
    assertThat(many.counts().total().sent()).isLessThan(busy.seen.size());
    assertThat(many.load()).isZero();
  }

  @Test
  void aCallThatNeedsTwoPlacesIsNotOvertakenByLessUrgentOnes() {
    dispatcher = dispatcher(BudgetSettings.DEFAULT.withRates(2, 0, 0));
    ask(CallPriority.NEW);
    loop.run(Duration.ofMillis(600)); // so that the two places are never free together by chance
    for (int i = 0; i < 100; i++) {
      ask(CallPriority.NEW);
    }
    loop.run(Duration.ofMillis(100));
    CompletableFuture<FaceResponse> urgent =
        ask(FaceOperation.GET_PERSON, CallOptions.of(CallPriority.CONTINUE, PATIENT));
    loop.run(Duration.ofSeconds(3));

    assertThat(urgent).isCompleted();
  }

  @Test
  void theBudgetIsUsed() {
    for (int i = 0; i < 500; i++) {
      ask(CallPriority.NEW);
    }
    loop.run(Duration.ofSeconds(60));

    // Ten in a second and the tenth of a second an answer takes.
    assertThat(service.seen).hasSizeGreaterThan(480);
  }

  @Test
  void aShareIsKept() {
    dispatcher = dispatcher(BudgetSettings.DEFAULT.withShare(0.25));
    for (int i = 0; i < 100; i++) {
      ask(CallPriority.NEW);
    }
    loop.run(Duration.ofSeconds(60));

    assertThat(service.mostIn(Duration.ofSeconds(1))).isEqualTo(2);
  }

  @Test
  void whoeverWaitsLongestIsServedFirstAmongEqualsAndUrgentOnesBeforeAll() {
    SimulatedService prompt = new SimulatedService(loop, 1, Duration.ofNanos(1));
    dispatcher =
        new CallDispatcher(
            "test",
            prompt,
            BudgetSettings.DEFAULT.withRates(1, 0, 0),
            OUTAGE,
            loop,
            Runnable::run,
            new Random(7));
    ask(CallPriority.UPKEEP);
    loop.run(Duration.ofMillis(1));
    List.of(
            CallPriority.UPKEEP,
            CallPriority.RECHECK,
            CallPriority.NEW,
            CallPriority.CONTINUE,
            CallPriority.NEW)
        .forEach(this::ask);
    loop.run(Duration.ofSeconds(10));

    assertThat(prompt.seen.stream().map(FaceRequest::path))
        .containsExactly("/UPKEEP", "/CONTINUE", "/NEW", "/NEW", "/RECHECK", "/UPKEEP");
  }

  @Test
  void amongEquallyUrgentCallsTheOneWhosePatienceEndsFirstIsServedFirst() {
    dispatcher = dispatcher(BudgetSettings.DEFAULT.withRates(1, 0, 0));
    ask(CallPriority.CONTINUE); // the others wait meanwhile
    loop.run(Duration.ofMillis(1));
    List<Integer> served = new ArrayList<>();
    for (int seconds : List.of(300, 45, 20, 400)) {
      ask(FaceOperation.DETECT, CallOptions.of(CallPriority.NEW, Duration.ofSeconds(seconds)))
          .thenRun(() -> served.add(seconds));
    }
    loop.run(Duration.ofSeconds(10));

    assertThat(served).containsExactly(20, 45, 300, 400);
  }

  @Test
  void whereTheQueueIsFullTheLeastUrgentLeave() {
    dispatcher = dispatcher(BudgetSettings.DEFAULT.withRates(1, 0, 0).withQueue(2));
    ask(CallPriority.NEW);
    loop.run(Duration.ofMillis(1));
    CompletableFuture<FaceResponse> earlier = ask(CallPriority.RECHECK);
    CompletableFuture<FaceResponse> later = ask(CallPriority.RECHECK);
    CompletableFuture<FaceResponse> urgent = ask(CallPriority.NEW);
    CompletableFuture<FaceResponse> tooMuch = ask(CallPriority.RECHECK);
    loop.run(Duration.ofMillis(1));

    assertThat(faultOf(later)).isEqualTo(FaceErrorKind.CROWDED);
    assertThat(faultOf(tooMuch)).isEqualTo(FaceErrorKind.CROWDED);
    loop.run(Duration.ofSeconds(10));
    assertThat(earlier).isCompleted();
    assertThat(urgent).isCompleted();
  }

  @Test
  void patienceEndsInTheQueue() {
    dispatcher = dispatcher(BudgetSettings.DEFAULT.withRates(1, 0, 0));
    for (int i = 0; i < 60; i++) {
      ask(CallPriority.CONTINUE);
    }
    CompletableFuture<FaceResponse> impatient =
        ask(FaceOperation.DETECT, CallOptions.of(CallPriority.NEW, Duration.ofSeconds(5)));
    loop.run(Duration.ofMillis(5100));

    assertThat(faultOf(impatient)).isEqualTo(FaceErrorKind.CROWDED);
    assertThat(impatient.handle((any, e) -> e.getMessage()).join())
        .isEqualTo(
            "detect was not sent: it had no turn at test within 5 s; "
                + FaceErrorKind.CROWDED.remedy()
                + ".");
  }

  @Test
  void whatIsCancelledIsNotPaid() {
    dispatcher = dispatcher(BudgetSettings.DEFAULT.withRates(1, 0, 0));
    ask(CallPriority.NEW);
    CompletableFuture<FaceResponse> unwanted = ask(CallPriority.NEW);
    loop.run(Duration.ofMillis(10));
    unwanted.cancel(false);
    loop.run(Duration.ofSeconds(10));

    assertThat(service.seen).hasSize(1);
    assertThat(dispatcher.load()).isZero();
  }

  @Test
  void aSpentDayIsOverAtMidnight() {
    dispatcher = dispatcher(BudgetSettings.DEFAULT.withRates(10, 0, 15));
    List<CompletableFuture<FaceResponse>> today = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      today.add(ask(CallPriority.NEW));
    }
    loop.run(Duration.ofSeconds(10));
    assertThat(today.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(5);
    assertThat(faultOf(today.get(19))).isEqualTo(FaceErrorKind.BUDGET_SPENT);

    loop.run(Duration.ofHours(12));
    CompletableFuture<FaceResponse> tomorrow = ask(CallPriority.NEW);
    loop.run(Duration.ofSeconds(1));
    assertThat(tomorrow).isCompleted();
  }

  @Test
  void closingLeavesNobodyWaiting() {
    CompletableFuture<FaceResponse> underWay = ask(CallPriority.NEW);
    for (int i = 0; i < 10; i++) {
      ask(CallPriority.NEW);
    }
    loop.run(Duration.ofNanos(1));
    CompletableFuture<FaceResponse> waiting = ask(CallPriority.NEW);
    dispatcher.close();

    assertThat(faultOf(underWay)).isEqualTo(FaceErrorKind.CLOSED);
    assertThat(faultOf(waiting)).isEqualTo(FaceErrorKind.CLOSED);
    assertThat(faultOf(ask(CallPriority.NEW))).isEqualTo(FaceErrorKind.CLOSED);
  }
}
