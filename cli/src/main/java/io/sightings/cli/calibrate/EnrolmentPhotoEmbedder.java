package io.sightings.cli.calibrate;

import io.sightings.cli.calibrate.PhotoEmbedder.PhotoWithoutFaceException;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.enrol.EnrolmentPhotoAssessment;
import io.sightings.engine.enrol.EnrolmentPhotoAssessor;

/** The face a photo would be enrolled with. */
final class EnrolmentPhotoEmbedder implements PhotoEmbedder {
  private final EnrolmentPhotoAssessor judge;

  EnrolmentPhotoEmbedder(FaceEngine engine, EngineSettings settings) {
    this.judge = new EnrolmentPhotoAssessor(engine, settings);
  }

  @Override
  public float[] read(byte[] photo) throws PhotoWithoutFaceException {
    EnrolmentPhotoAssessment verdict = judge.judge(photo);
    if (verdict instanceof EnrolmentPhotoAssessment.Accepted accepted) {
      return accepted.embedding();
    }
    throw new PhotoWithoutFaceException(
        verdict instanceof EnrolmentPhotoAssessment.Rejected rejected
            ? rejected.text()
            : verdict.toString());
  }

  @Override
  public void close() {
    judge.close();
  }
}
