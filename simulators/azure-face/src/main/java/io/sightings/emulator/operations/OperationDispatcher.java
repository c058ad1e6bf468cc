package io.sightings.emulator.operations;

import io.sightings.emulator.faces.EmulatedAttributeWriter;
import io.sightings.emulator.faces.EmulatorFaceDetector;
import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.ResponseDistorter;
import io.sightings.emulator.people.PersonChangeQueue;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.people.PersonRegistry;
import io.sightings.emulator.people.TransientFaces;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiOperation;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.engine.EngineSettings;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers every operation. */
public final class OperationDispatcher {
  private final LimitedAccess approval;
  private final DetectOperation detection;
  private final IdentifyOperation identification;
  private final GroupOperations groups;
  private final TrainingOperations training;
  private final PersonOperations persons;
  private final PersistedFaceOperations faces;

  /** What the operations work on. */
  public record Parts(
      EmulatorFaceDetector finder,
      EngineSettings.Gate gate,
      PersonGroups groups,
      PersonRegistry people,
      TransientFaces faces,
      FaultInjector weather,
      ResponseDistorter distortion,
      EmulatorDelays pace,
      InstantSource clock,
      Supplier<String> endpoint) {}

  public OperationDispatcher(Parts parts) {
    FaceIdResolver faceIds = new FaceIdResolver(parts.faces());
    PersonChangeQueue turns = new PersonChangeQueue(parts.clock(), parts.pace().change());
    this.approval = new LimitedAccess(parts.weather());
    this.detection =
        new DetectOperation(
            parts.finder(), new EmulatedAttributeWriter(parts.gate()), parts.faces(), approval);
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
    this.persons = new PersonOperations(parts.people(), turns);
    this.faces = new PersistedFaceOperations(parts.people(), turns, parts.finder());
  }

  /**
   * @param trainingFailure why a training asked for will fail
   * @throws ApiErrorException if the call is refused
   */
  public ApiResponse answer(ApiRequest call, @Nullable String trainingFailure) {
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
