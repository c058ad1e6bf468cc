package io.sightings.engine;

import io.sightings.contract.image.UnreadableImageException;
import java.util.List;

/** Finds and crops the faces of encoded pictures. Holds reused native buffers: one per thread. */
public interface FrameAnalyser extends AutoCloseable {

  /**
   * @param image an encoded JPEG, PNG, BMP or WebP picture
   * @throws UnreadableImageException if the bytes are no such picture, are damaged or are beyond
   *     the bounds
   */
  FrameAnalysis analyse(byte[] image) throws UnreadableImageException;

  /**
   * Judges and crops faces that were found elsewhere, without a detection.
   *
   * @param image as above
   * @param found in this picture
   * @return as many faces as were given, in the same order
   * @throws UnreadableImageException as above
   */
  FrameAnalysis analyse(byte[] image, List<LocatedFace> found) throws UnreadableImageException;

  @Override
  void close();
}
