package io.sightings.engine.runtime;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.Analysis;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.FoundFace;
import io.sightings.engine.FrameAnalyser;
import java.util.List;

/** Looks a second time, closer, where the first look finds no face that can be judged. */
record PhotoAnalyser(FrameAnalyser first, FrameAnalyser closer) implements FrameAnalyser {

  @Override
  public Analysis analyse(byte[] image) throws UnreadableImageException {
    Analysis analysis = first.analyse(image);
    if (judgeable(analysis)) {
      return analysis;
    }
    Analysis second = closer.analyse(image);
    return analysis.faces().isEmpty() || judgeable(second) ? second : analysis;
  }

  /** There is nothing to look for, so the first look is enough. */
  @Override
  public Analysis analyse(byte[] image, List<FoundFace> found) throws UnreadableImageException {
    return first.analyse(image, found);
  }

  private static boolean judgeable(Analysis analysis) {
    return analysis.faces().stream()
        .map(DetectedFace::quality)
        .anyMatch(quality -> quality.judgeable());
  }

  @Override
  public void close() {
    first.close();
    closer.close();
  }
}
