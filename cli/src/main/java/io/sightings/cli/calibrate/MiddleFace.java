package io.sightings.cli.calibrate;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.Analysis;
import io.sightings.engine.Box;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import java.util.Comparator;

/** The face nearest to the middle: whom the photos of a benchmark are about, such as LFW's. */
final class MiddleFace implements FaceReader {
  private final FrameAnalyser analyser;
  private final FaceEmbedder embedder;

  MiddleFace(FaceEngine engine) {
    this.analyser = engine.newPhotoAnalyser();
    this.embedder = engine.embedder();
  }

  @Override
  public float[] read(byte[] photo) throws UnusablePhotoException {
    Analysis analysis;
    try {
      analysis = analyser.analyse(photo);
    } catch (UnreadableImageException e) {
      throw new UnusablePhotoException(e.getMessage());
    }
    DetectedFace face =
        analysis.faces().stream()
            .min(Comparator.comparing(f -> fromMiddle(f.box(), analysis)))
            .orElseThrow(() -> new UnusablePhotoException("There is no face on the photo."));
    if (!face.quality().judgeable()) {
      throw new UnusablePhotoException("The face is too small, too blurred or too unclear.");
    }
    return embedder.embed(face.crop());
  }

  private static double fromMiddle(Box box, Analysis analysis) {
    return Math.hypot(
        box.centreX() - analysis.width() / 2.0, box.centreY() - analysis.height() / 2.0);
  }

  @Override
  public void close() {
    analyser.close();
  }
}
