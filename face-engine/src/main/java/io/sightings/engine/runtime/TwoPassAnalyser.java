package io.sightings.engine.runtime;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import java.util.List;

/** Looks a second time, otherwise, where the first look finds no face that can be judged. */
record TwoPassAnalyser(FrameAnalyser first, FrameAnalyser second) implements FrameAnalyser {

  @Override
  public FrameAnalysis analyse(byte[] image) throws UnreadableImageException {
    FrameAnalysis analysis = first.analyse(image);
    if (judgeable(analysis)) {
      return analysis;
    }
    FrameAnalysis again = second.analyse(image);
    return analysis.faces().isEmpty() || judgeable(again) ? again : analysis;
  }

  /** There is nothing to look for, so the first look is enough. */
  @Override
  public FrameAnalysis analyse(byte[] image, List<LocatedFace> found)
      throws UnreadableImageException {
    return first.analyse(image, found);
  }

  private static boolean judgeable(FrameAnalysis analysis) {
    return analysis.faces().stream()
        .map(DetectedFace::quality)
        .anyMatch(quality -> quality.judgeable());
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
