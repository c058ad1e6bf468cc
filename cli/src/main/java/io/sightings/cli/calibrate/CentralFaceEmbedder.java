package io.sightings.cli.calibrate;

import io.sightings.cli.calibrate.PhotoEmbedder.PhotoWithoutFaceException;
import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import java.util.Comparator;

/** The face nearest to the middle: whom the photos of a benchmark are about, such as LFW's. */
final class CentralFaceEmbedder implements PhotoEmbedder {
  private final FrameAnalyser analyser;
  private final FaceEmbedder embedder;

  CentralFaceEmbedder(FaceEngine engine) {
    this.analyser = engine.newPhotoAnalyser();
    this.embedder = engine.embedder();
  }

  @Override
  public float[] read(byte[] photo) throws PhotoWithoutFaceException {
    FrameAnalysis analysis;
    try {
      analysis = analyser.analyse(photo);
    } catch (UnreadableImageException e) {
      throw new PhotoWithoutFaceException(e.getMessage());
    }
    DetectedFace face =
        analysis.faces().stream()
            .min(Comparator.comparing(f -> fromMiddle(f.box(), analysis)))
            .orElseThrow(() -> new PhotoWithoutFaceException("There is no face on the photo."));
    byte[] crop = face.crop();
    if (crop == null || !face.quality().judgeable()) {
      throw new PhotoWithoutFaceException("The face is too small, too blurred or too unclear.");
    }
    return embedder.embed(crop);
  }

  private static double fromMiddle(FaceBox box, FrameAnalysis analysis) {
    return Math.hypot(
        box.centreX() - analysis.width() / 2.0, box.centreY() - analysis.height() / 2.0);
  }

  @Override
  public void close() {
    analyser.close();
  }
}
