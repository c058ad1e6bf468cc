package io.sightings.azure.call;

import static io.sightings.azure.call.SimulatedService.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.FaceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is tried again, and how a service that is away is left alone. */
class DispatcherOutageTest extends DispatcherFixture {

  @Test
  void throttlingLetsTheWholeResourceRestAsLongAsItAsks() {
    service.answers(
        request -> loop.seconds() < 1 ? throttled(request, Duration.ofSeconds(20)) : null);
    CompletableFuture<FaceResponse> first = ask(CallPriority.NEW);
    loop.run(Duration.ofSeconds(2));
    CompletableFuture<FaceResponse> second = ask(CallPriority.NEW);
    loop.run(Duration.ofSeconds(17));
    assertThat(service.seen).hasSize(1);
    assertThat(dispatcher.availability().available()).isTrue();

    loop.run(Duration.ofSeconds(10));
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(dispatcher.counts().total().throttled()).isEqualTo(1);
    assertThat(dispatcher.counts().total().paid()).isEqualTo(2);
  }

  private static FaceException throttled(FaceRequest request, Duration wait) {
    return ServiceErrors.throttled(request.operation(), wait);
  }

  @Test
  void aCallIsTriedAgainAndGivenUpInTheEnd() {
    service.answers(request -> fault(FaceErrorKind.BUSY, request));
    CallCounter tally = new CallCounter();
    CompletableFuture<FaceResponse> answer =
        ask(FaceOperation.TRAIN, CallOptions.of(CallPriority.NEW, PATIENT).withTally(tally));
    loop.run(Duration.ofMinutes(5));

    assertThat(faultOf(answer)).isEqualTo(FaceErrorKind.BUSY);
    assertThat(service.seen).hasSize(OUTAGE.attempts());
    assertThat(tally.sentCalls()).isEqualTo(OUTAGE.attempts());
  }

  @Test
  void aPersonIsNotCreatedTwiceWhereTheAnswerWasLost() {
    service.answers(request -> fault(FaceErrorKind.LOST, request));
    CompletableFuture<FaceResponse> answer =
        ask(FaceOperation.CREATE_PERSON, CallOptions.of(CallPriority.UPKEEP, PATIENT).waitingOut());
    loop.run(Duration.ofMinutes(5));

    assertThat(faultOf(answer)).isEqualTo(FaceErrorKind.LOST);
    assertThat(service.seen).hasSize(1);
  }

  @Test
  void aFailingResourceIsLeftAloneAndProbed() {
    service.answers(
        request -> loop.seconds() < 300 ? fault(FaceErrorKind.UNAVAILABLE, request) : null);
    for (int i = 0; i < 10; i++) {
      ask(CallPriority.NEW);
    }
    loop.run(Duration.ofSeconds(5));
    ResourceAvailability away = dispatcher.availability();
    assertThat(away.available()).isFalse();
    assertThat(away.reason()).isEqualTo(FaceErrorKind.UNAVAILABLE);
    assertThat(away.text()).contains("the service is unwell");
    assertThat(away.since()).isBefore(loop.time());
    int before = service.seen.size();

    CompletableFuture<FaceResponse> refused = ask(CallPriority.NEW);
    loop.run(Duration.ofMillis(1));
    assertThat(faultOf(refused)).isEqualTo(FaceErrorKind.AWAY);
    assertThat(refused.handle((any, e) -> e.getMessage()).join())
        .contains("test is left alone since 2026-03-01T12:00:0", "the service is unwell");

    for (int i = 0; i < 290; i++) {
      ask(CallPriority.NEW);
      loop.run(Duration.ofSeconds(1));
    }
    assertThat(service.seen.size() - before).isBetween(2, 8);
    assertThat(dispatcher.availability().since()).isEqualTo(away.since());

    loop.run(Duration.ofMinutes(3));
    CompletableFuture<FaceResponse> back = ask(CallPriority.NEW);
    loop.run(Duration.ofSeconds(1));
    assertThat(back).isCompleted();
    assertThat(dispatcher.availability()).isEqualTo(ResourceAvailability.WELL);
  }

  @Test
  void whoWaitsOutAnOutageIsServedAfterIt() {
    service.answers(
        request -> loop.seconds() < 600 ? fault(FaceErrorKind.UNREACHABLE, request) : null);
    List<CompletableFuture<FaceResponse>> patient = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      patient.add(
          ask(
              FaceOperation.CREATE_PERSON,
              CallOptions.of(CallPriority.UPKEEP, PATIENT).waitingOut()));
    }
    loop.run(Duration.ofMinutes(10));
    assertThat(patient).noneMatch(CompletableFuture::isDone);
    assertThat(service.seen.size()).isLessThan(40);

    loop.run(Duration.ofMinutes(5));
    assertThat(patient).allMatch(answer -> !answer.isCompletedExceptionally() && answer.isDone());
    assertThat(dispatcher.counts().total().paid()).isEqualTo(20);
  }

  @Test
  void aWrongKeyIsToldAtOnceAndNotTriedByEverybody() {
    service.answers(request -> fault(FaceErrorKind.WRONG_KEY, request));
    CompletableFuture<FaceResponse> first = ask(CallPriority.NEW);
    loop.run(Duration.ofSeconds(1));
    CompletableFuture<FaceResponse> patient =
        ask(FaceOperation.GET_GROUP, CallOptions.of(CallPriority.UPKEEP, PATIENT).waitingOut());
    loop.run(Duration.ofSeconds(1));

    assertThat(faultOf(first)).isEqualTo(FaceErrorKind.WRONG_KEY);
    assertThat(faultOf(patient)).isEqualTo(FaceErrorKind.AWAY);
    assertThat(dispatcher.availability().reason()).isEqualTo(FaceErrorKind.WRONG_KEY);
    assertThat(service.seen).hasSize(1);
    assertThat(dispatcher.counts().cost(1000)).isZero();
  }
}
