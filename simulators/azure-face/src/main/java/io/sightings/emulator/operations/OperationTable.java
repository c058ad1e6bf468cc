package io.sightings.emulator.operations;

import io.sightings.emulator.faces.EmulatedAttributes;
import io.sightings.emulator.faces.PictureFaceFinder;
import io.sightings.emulator.fault.AnswerDistortion;
import io.sightings.emulator.fault.CurrentFaults;
import io.sightings.emulator.people.KnownPeople;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.people.PersonLocks;
import io.sightings.emulator.people.TransientFaces;
import io.sightings.emulator.wire.ApiCall;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.emulator.wire.ApiProblem;
import io.sightings.emulator.wire.ApiReply;
import io.sightings.engine.EngineSettings;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Answers every operation. */
public final class OperationTable {
  private final LimitedAccess approval;
  private final DetectOperation detection;
  private final IdentifyOperation identification;
  private final GroupOperations groups;
  private final TrainingOperations training;
  private final PersonOperations persons;
  private final FaceOperations faces;

  /** What the operations work on. */
  public record Parts(
      PictureFaceFinder finder,
      EngineSettings.Gate gate,
      PersonGroups groups,
      KnownPeople people,
      TransientFaces faces,
      CurrentFaults weather,
      AnswerDistortion distortion,
      ServiceDelays pace,
      InstantSource clock,
      Supplier<String> endpoint) {}

  public OperationTable(Parts parts) {
    FaceIds faceIds = new FaceIds(parts.faces());
    CallImage images = new CallImage();
    GroupChanges changes = new GroupChanges(parts.people(), parts.weather());
    PersonLocks turns = new PersonLocks(parts.clock(), parts.pace().change());
    this.approval = new LimitedAccess(parts.weather());
    this.detection =
        new DetectOperation(
            parts.finder(), new EmulatedAttributes(parts.gate()), parts.faces(), approval, images);
    this.identification =
        new IdentifyOperation(
            faceIds,
            parts.groups(),
            parts.finder().confidence(),
            parts.weather(),
            parts.distortion());
    this.groups = new GroupOperations(parts.groups());
    this.training =
        new TrainingOperations(parts.groups(), parts.pace(), parts.clock(), parts.endpoint());
    this.persons = new PersonOperations(parts.people(), changes, turns);
    this.faces = new FaceOperations(parts.people(), changes, turns, parts.finder(), images);
  }

  /**
   * @param trainingFailure why a training asked for will fail; null where it will not
   * @throws ApiProblem if the call is refused
   */
  public ApiReply answer(ApiCall call, String trainingFailure) {
    if (call.operation() != ApiOperation.DETECT) {
      approval.requireIdentification();
    }
    return switch (call.operation()) {
      case DETECT -> detection.detect(call);
      case IDENTIFY -> identification.identify(call);
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
