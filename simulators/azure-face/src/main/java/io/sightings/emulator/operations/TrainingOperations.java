package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.people.PersonGroups.TrainingStatus;
import io.sightings.emulator.people.TrainingRun;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.ApiRoute;
import io.sightings.emulator.wire.EmulatorJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trains a group, and tells how that goes. */
final class TrainingOperations {
  private final PersonGroups groups;
  private final EmulatorDelays pace;
  private final InstantSource clock;
  private final Supplier<String> endpoint;

  /**
   * @param endpoint known once the service runs
   */
  TrainingOperations(
      PersonGroups groups, EmulatorDelays pace, InstantSource clock, Supplier<String> endpoint) {
    this.groups = groups;
    this.pace = pace;
    this.clock = clock;
    this.endpoint = endpoint;
  }

  /**
   * @param failure why it will fail
   */
  ApiResponse train(ApiRequest call, @Nullable String failure) {
    String id = ParameterValidator.group(call);
    groups.train(id, pace.trainingQueue(), pace.training(), failure);
    return ApiResponse.of(202, null)
        .withHeader(
            "operation-Location",
            endpoint.get() + ApiRoute.BASE + "largepersongroups/" + id + "/training");
  }

  ApiResponse status(ApiRequest call) {
    TrainingStatus view = groups.training(ParameterValidator.group(call));
    TrainingRun training = view.training();
    Instant now = clock.instant();
    TrainingRun.Status status = training.status(now);
    ObjectNode node = EmulatorJson.object();
    node.put("status", status.value());
    node.put("createdDateTime", EmulatorJson.time(training.created()));
    node.put("lastActionDateTime", lastAction(training, status));
    node.put(
        "lastSuccessfulTrainingDateTime",
        view.lastSuccess() == null ? null : EmulatorJson.time(view.lastSuccess()));
    node.put("message", status == TrainingRun.Status.FAILED ? training.failure() : null);
    return ApiResponse.ok(node);
  }

  private static @Nullable String lastAction(TrainingRun training, TrainingRun.Status status) {
    return switch (status) {
      case NOT_STARTED -> null;
      case RUNNING -> EmulatorJson.time(training.starts());
      case SUCCEEDED, FAILED -> EmulatorJson.time(training.ends());
    };
  }
}
