package io.sightings.engine;

import io.sightings.contract.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * One face of one picture.
 *
 * @param box where it is
 * @param landmarks x and y of right eye, left eye, nose tip, right and left mouth corner (the
 *     person's right and left) in pixels of the original picture: ten values; null where the
 *     detector gives none
 * @param score the detector's confidence, 0..1
 * @param quality how well it can be judged
 * @param crop the aligned face, {@link #CROP_SIDE} pixels square, rows of interleaved blue, green,
 *     red bytes; null where the face is not judgeable
 * @param shot the face as it can be sent to a service; null where none was asked for, and where the
 *     face is not judgeable or too small for that
 */
public record DetectedFace(
    FaceBox box,
    float @Nullable [] landmarks,
    float score,
    FaceQuality quality,
    byte @Nullable [] crop,
    @Nullable FaceShot shot) {

  /** Side of the aligned crop in pixels: what face embedders have agreed on since ArcFace. */
  public static final int CROP_SIDE = 112;

  /** Length of {@link #crop} in bytes. */
  public static final int CROP_BYTES = CROP_SIDE * CROP_SIDE * 3;

  /** A face without a shot. */
  public DetectedFace(
      FaceBox box, float[] landmarks, float score, FaceQuality quality, byte[] crop) {
    this(box, landmarks, score, quality, crop, null);
  }
}
