package io.sightings.cli.calibrate;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.enrol.PhotoJudge;
import io.sightings.engine.enrol.Verdict;

/** The face a photo would be enrolled with. */
final class EnrolledFace implements FaceReader {
  private final PhotoJudge judge;

  EnrolledFace(FaceEngine engine, EngineSettings settings) {
    this.judge = new PhotoJudge(engine, settings);
  }

  @Override
  public float[] read(byte[] photo) throws UnusablePhotoException {
    Verdict verdict = judge.judge(photo);
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.embedding();
    }
    throw new UnusablePhotoException(
        verdict instanceof Verdict.Rejected rejected ? rejected.text() : verdict.toString());
  }

  @Override
  public void close() {
    judge.close();
  }
}
