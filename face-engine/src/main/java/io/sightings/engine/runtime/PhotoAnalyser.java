package io.sightings.engine.runtime;

import io.sightings.engine.Analysis;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.UnreadableImageException;

/** Looks a second time, at twice the size, where the first look finds nobody. */
record PhotoAnalyser(FrameAnalyser first, FrameAnalyser closer) implements FrameAnalyser {

  @Override
  public Analysis analyse(byte[] image) throws UnreadableImageException {
    Analysis analysis = first.analyse(image);
    return analysis.faces().isEmpty() ? closer.analyse(image) : analysis;
  }

  @Override
  public void close() {
    first.close();
    closer.close();
  }
}
