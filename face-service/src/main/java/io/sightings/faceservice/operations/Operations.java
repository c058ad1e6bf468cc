package io.sightings.faceservice.operations;

import io.sightings.engine.EngineSettings;
import io.sightings.faceservice.faces.Attributes;
import io.sightings.faceservice.faces.FaceFinder;
import io.sightings.faceservice.fault.Distortion;
import io.sightings.faceservice.fault.Weather;
import io.sightings.faceservice.people.Groups;
import io.sightings.faceservice.people.People;
import io.sightings.faceservice.people.TransientFaces;
import io.sightings.faceservice.people.Turns;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Operation;
import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Reply;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Answers every operation. */
public final class Operations {
  private final Approval approval;
  private final Detection detection;
  private final Identification identification;
  private final Comparison comparison;
  private final Grouping grouping;
  private final GroupOperations groups;
  private final TrainingOperations training;
  private final PersonOperations persons;
  private final FaceOperations faces;

  /** What the operations work on. */
  public record Parts(
      FaceFinder finder,
      EngineSettings.Gate gate,
      Groups groups,
      People people,
      TransientFaces faces,
      Weather weather,
      Distortion distortion,
      Pace pace,
      InstantSource clock,
      Supplier<String> endpoint) {}

  public Operations(Parts parts) {
    FaceIds faceIds = new FaceIds(parts.faces());
    ImageBody images = new ImageBody();
    Changes changes = new Changes(parts.people(), parts.weather());
    Turns turns = new Turns(parts.clock(), parts.pace().change());
    this.approval = new Approval(parts.weather());
    this.detection =
        new Detection(
            parts.finder(), new Attributes(parts.gate()), parts.faces(), approval, images);
    this.identification =
        new Identification(
            faceIds,
            parts.groups(),
            parts.finder().confidence(),
            parts.weather(),
            parts.distortion());
    this.comparison =
        new Comparison(faceIds, parts.groups(), parts.people(), parts.finder().confidence());
    this.grouping = new Grouping(faceIds, parts.finder().confidence());
    this.groups = new GroupOperations(parts.groups());
    this.training =
        new TrainingOperations(parts.groups(), parts.pace(), parts.clock(), parts.endpoint());
    this.persons = new PersonOperations(parts.people(), changes, turns);
    this.faces = new FaceOperations(parts.people(), changes, turns, parts.finder(), images);
  }

  /**
   * @param trainingFailure why a training asked for will fail; null where it will not
   * @throws Problem if the call is refused
   */
  public Reply answer(Call call, String trainingFailure) {
    if (call.operation() != Operation.DETECT) {
      approval.requireIdentification();
    }
    return switch (call.operation()) {
      case DETECT -> detection.detect(call);
      case IDENTIFY -> identification.identify(call);
      case VERIFY -> comparison.verify(call);
      case FIND_SIMILAR -> comparison.findSimilar(call);
      case GROUP -> grouping.group(call);
      case CREATE_GROUP -> groups.create(call);
      case GET_GROUP -> groups.get(call);
      case LIST_GROUPS -> groups.list(call);
      case UPDATE_GROUP -> groups.update(call);
      case DELETE_GROUP -> groups.delete(call);
      case TRAIN -> training.train(call, trainingFailure);
      case GET_TRAINING_STATUS -> training.status(call);
      case CREATE_PERSON -> persons.create(call);
      case GET_PERSON -> persons.get(call);
      case LIST_PERSONS -> persons.list(call);
      case UPDATE_PERSON -> persons.update(call);
      case DELETE_PERSON -> persons.delete(call);
      case ADD_FACE -> faces.add(call);
      case GET_FACE -> faces.get(call);
      case UPDATE_FACE -> faces.update(call);
      case DELETE_FACE -> faces.delete(call);
    };
  }
}
