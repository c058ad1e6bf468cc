package io.sightings.faceservice.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.faceservice.people.Groups;
import io.sightings.faceservice.people.Training;
import io.sightings.faceservice.people.TrainingView;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Reply;
import io.sightings.faceservice.wire.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Trains a group, and tells how that goes. */
final class TrainingOperations {
  private final Groups groups;
  private final Pace pace;
  private final InstantSource clock;
  private final Supplier<String> endpoint;

  /**
   * @param endpoint known once the service runs
   */
  TrainingOperations(Groups groups, Pace pace, InstantSource clock, Supplier<String> endpoint) {
    this.groups = groups;
    this.pace = pace;
    this.clock = clock;
    this.endpoint = endpoint;
  }

  /**
   * @param failure why it will fail; null where it will not
   */
  Reply train(Call call, String failure) {
    String id = Names.group(call);
    groups.train(id, pace.trainingQueue(), pace.training(), failure);
    return Reply.of(202, null)
        .withHeader(
            "operation-Location",
            endpoint.get() + Route.BASE + "largepersongroups/" + id + "/training");
  }

  Reply status(Call call) {
    TrainingView view = groups.training(Names.group(call));
    Training training = view.training();
    Instant now = clock.instant();
    Training.Status status = training.status(now);
    ObjectNode node = Json.object();
    node.put("status", status.value());
    node.put("createdDateTime", Json.time(training.created()));
    node.put("lastActionDateTime", lastAction(training, status));
    node.put(
        "lastSuccessfulTrainingDateTime",
        view.lastSuccess() == null ? null : Json.time(view.lastSuccess()));
    node.put("message", status == Training.Status.FAILED ? training.failure() : null);
    return Reply.ok(node);
  }

  private static String lastAction(Training training, Training.Status status) {
    return switch (status) {
      case NOT_STARTED -> null;
      case RUNNING -> Json.time(training.starts());
      case SUCCEEDED, FAILED -> Json.time(training.ends());
    };
  }
}
