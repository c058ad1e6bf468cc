package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.people.TrainingRun;
import io.sightings.emulator.people.TrainingView;
import io.sightings.emulator.wire.ApiCall;
import io.sightings.emulator.wire.ApiReply;
import io.sightings.emulator.wire.ApiRoute;
import io.sightings.emulator.wire.WireJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trains a group, and tells how that goes. */
final class TrainingOperations {
  private final PersonGroups groups;
  private final ServiceDelays pace;
  private final InstantSource clock;
  private final Supplier<String> endpoint;

  /**
   * @param endpoint known once the service runs
   */
  TrainingOperations(
      PersonGroups groups, ServiceDelays pace, InstantSource clock, Supplier<String> endpoint) {
    this.groups = groups;
    this.pace = pace;
    this.clock = clock;
    this.endpoint = endpoint;
  }

  /**
   * @param failure why it will fail; null where it will not
   */
  ApiReply train(ApiCall call, String failure) {
    String id = IdRules.group(call);
    groups.train(id, pace.trainingQueue(), pace.training(), failure);
    return ApiReply.of(202, null)
        .withHeader(
            "operation-Location",
            endpoint.get() + ApiRoute.BASE + "largepersongroups/" + id + "/training");
  }

  ApiReply status(ApiCall call) {
    TrainingView view = groups.training(IdRules.group(call));
    TrainingRun training = view.training();
    Instant now = clock.instant();
    TrainingRun.Status status = training.status(now);
    ObjectNode node = WireJson.object();
    node.put("status", status.value());
    node.put("createdDateTime", WireJson.time(training.created()));
    node.put("lastActionDateTime", lastAction(training, status));
    node.put(
        "lastSuccessfulTrainingDateTime",
        view.lastSuccess() == null ? null : WireJson.time(view.lastSuccess()));
    node.put("message", status == TrainingRun.Status.FAILED ? training.failure() : null);
    return ApiReply.ok(node);
  }

  private static @Nullable String lastAction(TrainingRun training, TrainingRun.Status status) {
    return switch (status) {
      case NOT_STARTED -> null;
      case RUNNING -> WireJson.time(training.starts());
      case SUCCEEDED, FAILED -> WireJson.time(training.ends());
    };
  }
}
