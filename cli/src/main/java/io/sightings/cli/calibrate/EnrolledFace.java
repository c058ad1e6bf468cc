package io.sightings.cli.calibrate;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.enrol.PhotoJudge;
import io.sightings.engine.enrol.PhotoJudgement;

/** The face a photo would be enrolled with. */
final class EnrolledFace implements FaceReader {
  private final PhotoJudge judge;

  EnrolledFace(FaceEngine engine, EngineSettings settings) {
    this.judge = new PhotoJudge(engine, settings);
  }

  @Override
  public float[] read(byte[] photo) throws PhotoWithoutFaceException {
    PhotoJudgement verdict = judge.judge(photo);
    if (verdict instanceof PhotoJudgement.Accepted accepted) {
      return accepted.embedding();
    }
    throw new PhotoWithoutFaceException(
        verdict instanceof PhotoJudgement.Rejected rejected ? rejected.text() : verdict.toString());
  }

  @Override
  public void close() {
    judge.close();
  }
}
