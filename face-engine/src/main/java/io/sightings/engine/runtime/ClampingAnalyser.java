package io.sightings.engine.runtime;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves what reaches over the edge of the picture onto the edge: boxes and landmarks of a face that
 * the picture cuts off. The crop was taken before, and is not changed.
 *
 * @param analyser finds faces whose centre is in the picture
 */
record ClampingAnalyser(FrameAnalyser analyser) implements FrameAnalyser {

  @Override
  public FrameAnalysis analyse(byte[] image) throws UnreadableImageException {
    return clamped(analyser.analyse(image));
  }

  @Override
  public FrameAnalysis analyse(byte[] image, List<LocatedFace> found)
      throws UnreadableImageException {
    return clamped(analyser.analyse(image, found));
  }

  private static FrameAnalysis clamped(FrameAnalysis analysis) {
    List<DetectedFace> faces =
        analysis.faces().stream()
            .map(face -> clamped(face, analysis.width(), analysis.height()))
            .toList();
    return new FrameAnalysis(analysis.width(), analysis.height(), faces, analysis.timings());
  }

  private static DetectedFace clamped(DetectedFace face, int width, int height) {
    FaceBox box = face.box();
    float left = clamped(box.x(), width);
    float top = clamped(box.y(), height);
    FaceBox inside =
        new FaceBox(
            left,
            top,
            clamped(box.x() + box.width(), width) - left,
            clamped(box.y() + box.height(), height) - top);
    return new DetectedFace(
        inside,
        clamped(face.landmarks(), width, height),
        face.score(),
        face.quality(),
        face.crop(),
        face.shot());
  }

  private static float @Nullable [] clamped(float @Nullable [] landmarks, int width, int height) {
    if (landmarks == null) {
      return null;
    }
    float[] inside = landmarks.clone();
    for (int i = 0; i < inside.length; i += 2) {
      inside[i] = clamped(inside[i], width);
      inside[i + 1] = clamped(inside[i + 1], height);
    }
    return inside;
  }

  private static float clamped(float at, int side) {
    return Math.max(0, Math.min(side, at));
  }

  @Override
  public void close() {
    analyser.close();
  }
}
