package io.sightings.engine;

import java.util.List;

/**
 * What is on one picture.
 *
 * @param width of the original picture in pixels, after its EXIF rotation
 * @param height in the same unit
 * @param faces best detector score first; faces that were given, in the order given
 * @param timings where the time went
 */
public record FrameAnalysis(int width, int height, List<DetectedFace> faces, Timings timings) {

  public FrameAnalysis {
    faces = List.copyOf(faces);
  }

  /** Nanoseconds spent in decoding, in detecting, and in cropping with the judgement of quality. */
  public record Timings(long decode, long detect, long crop) {}
}
