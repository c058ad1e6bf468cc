package io.sightings.azure.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.FaceRequest;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.azure.settings.OutageSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A dispatcher, a simulated service and a clock that is moved by hand. */
abstract class DispatcherFixture {
  static final Duration PATIENT = Duration.ofHours(1);
  static final OutageSettings OUTAGE =
      new OutageSettings(
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          5,
          Duration.ofSeconds(10),
          Duration.ofMinutes(2));

  final VirtualTimeLoop loop = new VirtualTimeLoop();
  SimulatedService service = new SimulatedService(loop, 1, Duration.ofMillis(200));
  CallDispatcher dispatcher = dispatcher(BudgetSettings.DEFAULT);

  CallDispatcher dispatcher(BudgetSettings budget) {
    return new CallDispatcher("test", service, budget, OUTAGE, loop, Runnable::run, new Random(7));
  }

  CompletableFuture<FaceResponse> ask(FaceOperation operation, CallOptions options) {
    return dispatcher.submit(
        new FaceRequest(operation, "/" + options.priority(), Map.of(), null, null), options);
  }

  CompletableFuture<FaceResponse> ask(CallPriority priority) {
    return ask(FaceOperation.DETECT, CallOptions.of(priority, PATIENT));
  }

  static FaceErrorKind faultOf(CompletableFuture<FaceResponse> answer) {
    assertThat(answer).isCompletedExceptionally();
    return ((FaceException) answer.handle((any, failure) -> failure).join()).fault();
  }
}
