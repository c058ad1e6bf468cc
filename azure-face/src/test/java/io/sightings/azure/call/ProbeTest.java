package io.sightings.azure.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.VirtualTimeResources.Reply;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.FaceRequest;
import io.sightings.azure.settings.AzureSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Which calls show whether a resource that is left alone is back, and how soon. */
class ProbeTest {
  private static final Duration SOON = Duration.ofMillis(10);
  private static final CallOptions LIVE = CallOptions.of(CallPriority.NEW, Duration.ofSeconds(45));
  private static final CallOptions HOUSEKEEPING =
      CallOptions.of(CallPriority.CONTINUE, Duration.ofSeconds(45)).asHousekeeping();

  private final VirtualTimeResources world = new VirtualTimeResources();
  private final List<FaceOperation> sent = new ArrayList<>();
  private boolean well;
  private Duration delay = SOON;

  private final FaceResource resource =
      world.with("test", AzureSettings.DEFAULT, this::reply).lease().choose();

  private Reply reply(FaceRequest request) {
    sent.add(request.operation());
    return well
        ? new Reply(SOON, new FaceResponse(200, MissingNode.getInstance(), null), null)
        : new Reply(
            delay,
            null,
            new FaceException(request.operation(), FaceErrorKind.LOST, "it does not answer", null));
  }

  private CompletableFuture<FaceResponse> send(FaceOperation operation, CallOptions options) {
    return resource.exchange(options).send(new FaceRequest(operation, "/", Map.of(), null, null));
  }

  private void leaveAlone() {
    for (int i = 0; i < AzureSettings.DEFAULT.outage().failures(); i++) {
      send(FaceOperation.CREATE_PERSON, LIVE); // it is not tried again
    }
    world.run(SOON.multipliedBy(2));
    assertThat(resource.availability().available()).isFalse();
    sent.clear();
  }

  @Test
  void housekeepingIsNotSentAsAProbeHoweverUrgent() {
    leaveAlone();
    world.run(AzureSettings.DEFAULT.outage().leaveFor());
    CompletableFuture<FaceResponse> list = send(FaceOperation.LIST_PERSONS, HOUSEKEEPING);
    world.run(Duration.ofSeconds(5));
    assertThat(sent).isEmpty();

    well = true;
    send(FaceOperation.DETECT, LIVE);
    world.run(Duration.ofSeconds(1));
    assertThat(sent).containsExactly(FaceOperation.DETECT, FaceOperation.LIST_PERSONS);
    assertThat(list).isCompleted();
  }

  @Test
  void housekeepingThatFailsDoesNotKeepQuestionsFromTheResource() {
    for (int i = 0; i < 10; i++) {
      send(FaceOperation.GET_TRAINING, HOUSEKEEPING);
    }
    world.run(Duration.ofSeconds(20));

    assertThat(resource.availability().available()).isTrue();
  }

  @Test
  void theLateFailureOfAnEarlierCallIsNoFailedProbe() {
    delay = Duration.ofMillis(2500);
    send(FaceOperation.CREATE_PERSON, LIVE);
    world.run(SOON);
    delay = SOON;
    leaveAlone();
    // The probe is under way when the call sent before the outage fails.
    delay = Duration.ofSeconds(10);
    CompletableFuture<FaceResponse> probe = send(FaceOperation.CREATE_PERSON, LIVE.waitingOut());
    CompletableFuture<FaceResponse> next = send(FaceOperation.DETECT, LIVE.waitingOut());
    world.run(Duration.ofSeconds(9));

    assertThat(probe).isNotDone();
    assertThat(next).isNotDone();
    assertThat(sent).containsExactly(FaceOperation.CREATE_PERSON);
  }

  @Test
  void aLiveQuestionSeesSeveralProbesHoweverLongTheOutage() {
    leaveAlone();
    for (int i = 0; i < 200; i++) {
      send(FaceOperation.DETECT, LIVE);
      world.run(Duration.ofSeconds(3));
    }
    sent.clear();

    CompletableFuture<FaceResponse> question = send(FaceOperation.DETECT, LIVE.waitingOut());
    world.run(Duration.ofSeconds(40));
    assertThat(sent).hasSizeBetween(8, 10);

    well = true;
    world.run(Duration.ofSeconds(5));
    assertThat(question).isCompleted();
  }

  @Test
  void aQuestionThatWaitedInVainSaysThatTheResourceIsAway() {
    leaveAlone();
    delay = Duration.ofMinutes(1); // the probe hangs
    send(FaceOperation.DETECT, LIVE.waitingOut());
    CompletableFuture<FaceResponse> question = send(FaceOperation.DETECT, LIVE.waitingOut());
    world.run(Duration.ofSeconds(46));

    assertThat(DispatcherFixture.faultOf(question)).isEqualTo(FaceErrorKind.AWAY);
  }
}
