package io.sightings.azure.enrol;

import io.sightings.azure.client.models.FaceTrainingResult;
import java.time.Duration;

/** Hears how an enrolment goes, one thing at a time. */
public interface EnrolmentListener {

  /** What became of a photo. */
  void photo(EnrolmentPhotoResult verdict);

  /** Something else was done, in a few words, such as {@code created the group "staff"}. */
  void step(String what);

  /** The training goes on. */
  void training(FaceTrainingResult state, Duration since);
}
