package io.sightings.azure.enrol;

import io.sightings.azure.call.CallCounter;
import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.FaceClient;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.LargePersonGroupClient;
import io.sightings.azure.client.models.FaceApiConstants;
import io.sightings.azure.client.models.LargePersonGroup;
import io.sightings.azure.identify.GroupReadinessCheck;
import io.sightings.azure.people.TrainingMarker;
import io.sightings.azure.settings.AzureSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The group of one resource while it is worked on. Outages are waited out, but not at the first
 * call: who cannot be reached at all has most likely been misspelt.
 */
final class EnrolmentSession {
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final Duration FIRST_PATIENCE = Duration.ofMinutes(2);

  private final String resource;
  private final CallCounter tally;
  private final LargePersonGroupClient first;
  private final LargePersonGroupClient client;
  private final FaceClient faces;
  private @Nullable String userData;
  private boolean untrained;

  private EnrolmentSession(FaceResource face, CallCounter counts, AzureSettings settings) {
    CallOptions once = CallOptions.of(CallPriority.UPKEEP, FIRST_PATIENCE).withTally(counts);
    CallOptions options =
        CallOptions.of(CallPriority.UPKEEP, PATIENCE).waitingOut().withTally(counts);
    resource = face.name();
    tally = counts;
    first = face.group(settings.group(), once);
    client = face.group(settings.group(), options);
    faces = face.faces(options);
  }

  static EnrolmentSession of(FaceResource resource, AzureSettings settings) {
    return new EnrolmentSession(resource, new CallCounter(), settings);
  }

  String resource() {
    return resource;
  }

  CallCounter tally() {
    return tally;
  }

  LargePersonGroupClient client() {
    return client;
  }

  FaceClient faces() {
    return faces;
  }

  /**
   * Finds the group.
   *
   * @return whether it is there
   * @throws EnrolmentException if it was made with another recognition model
   */
  boolean open() {
    Optional<LargePersonGroup> found = find();
    found.ifPresent(this::use);
    return found.isPresent();
  }

  /** Creates the group where it is not there; returns whether it did. */
  boolean openOrCreate() {
    if (open()) {
      return false;
    }
    try {
      BlockingWait.on(
          client.create(
              client.largePersonGroupId(),
              TrainingMarker.set(null, true),
              FaceApiConstants.RECOGNITION_04));
    } catch (FaceException e) {
      if (e.fault() != FaceErrorKind.GROUP_EXISTS) { // of a lost answer, or of another writer
        throw e;
      }
    }
    if (!open()) {
      throw new EnrolmentException(
          "The group \"" + client.largePersonGroupId() + "\" was created and is not there.", null);
    }
    return true;
  }

  private Optional<LargePersonGroup> find() {
    try {
      return Optional.of(BlockingWait.on(first.getLargePersonGroup()));
    } catch (FaceException e) {
      if (e.fault() == FaceErrorKind.NO_GROUP) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void use(LargePersonGroup group) {
    String wrong = GroupReadinessCheck.model(group);
    if (!wrong.isEmpty()) {
      throw new EnrolmentException(wrong, null);
    }
    userData = group.userData();
    untrained = TrainingMarker.untrained(userData);
  }

  /** Before anything is changed, so that a training is due even if this process ends. */
  synchronized void changing() {
    if (!untrained) {
      mark(true);
    }
  }

  /** Whether changes wait for a training. */
  synchronized boolean trainingDue() {
    return untrained;
  }

  /** Whether the group does not say whether it is trained: another program has made it. */
  synchronized boolean unmarked() {
    return TrainingMarker.missing(userData);
  }

  /** A training has succeeded. */
  synchronized void trained() {
    mark(false);
  }

  private void mark(boolean due) {
    String marked = TrainingMarker.set(userData, due);
    BlockingWait.on(client.update(null, marked));
    userData = marked;
    untrained = due;
  }

  /**
   * Deletes the group if only this product uses it: an empty group cannot be trained, and the last
   * training would remember the faces.
   */
  boolean deleteIfOurs() {
    boolean ours = TrainingMarker.set(null, untrained).equals(userData);
    if (ours) {
      BlockingWait.on(client.delete());
    }
    return ours;
  }
}
