package io.sightings.azure.enrol;

import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.models.FaceApiConstants;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.settings.EnrolmentSettings;
import java.time.Duration;

/**
 * Trains a group and waits for it, asking the rarer the longer it takes: each look is a paid call.
 */
final class GroupTraining {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final EnrolmentSession session;
  private final EnrolmentListener listener;
  private final Duration patience;

  GroupTraining(EnrolmentSession session, EnrolmentListener listener, EnrolmentSettings settings) {
    this.session = session;
    this.listener = listener;
    this.patience = settings.trainingPatience();
  }

  /**
   * @throws EnrolmentException if it fails or takes too long
   */
  void run() {
    long begin = System.nanoTime();
    BlockingWait.on(session.client().train());
    Duration pause = FIRST;
    while (true) {
      BlockingWait.pause(pause);
      Duration since = Duration.ofNanos(System.nanoTime() - begin);
      FaceTrainingResult state = look();
      listener.training(state, since);
      if (FaceApiConstants.SUCCEEDED.equals(state.status())) {
        session.trained();
        return;
      }
      if (FaceApiConstants.FAILED.equals(state.status())) {
        throw new EnrolmentException(
            "The training of the group \"%s\" in %s failed (%s); repeat the enrolment, which trains again."
                .formatted(
                    session.client().largePersonGroupId(), session.resource(), reason(state)),
            null);
      }
      if (since.compareTo(patience) > 0) {
        throw new EnrolmentException(
            "The training of the group \"%s\" has taken more than %d s and goes on in the service; repeat the enrolment later (azure.enrol.trainingPatience)."
                .formatted(session.client().largePersonGroupId(), patience.toSeconds()),
            null);
      }
      Duration longer = pause.multipliedBy(3).dividedBy(2);
      pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
  }

  private static String reason(FaceTrainingResult state) {
    return state.message() == null ? "the service gives no reason" : state.message();
  }

  private FaceTrainingResult look() {
    try {
      return BlockingWait.on(session.client().getTrainingStatus());
    } catch (FaceException e) {
      if (e.fault() == FaceErrorKind.NOT_TRAINED) { // not begun
        return new FaceTrainingResult(FaceApiConstants.NOT_STARTED, null, null, null, null);
      }
      throw e;
    }
  }

  /** Whether a group without a mark needs a training. */
  static boolean neverSucceeded(EnrolmentSession session) {
    try {
      FaceTrainingResult state = BlockingWait.on(session.client().getTrainingStatus());
      return !FaceApiConstants.SUCCEEDED.equals(state.status());
    } catch (FaceException e) {
      if (e.fault() == FaceErrorKind.NOT_TRAINED) {
        return true;
      }
      throw e;
    }
  }
}
