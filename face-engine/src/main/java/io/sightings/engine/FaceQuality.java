package io.sightings.engine;

/**
 * How well a face can be judged.
 *
 * @param size shorter side of the box in pixels of the original picture
 * @param sharpness variance of the Laplacian of the aligned grey crop; 0 where no crop was made
 * @param score the detector's confidence, 0..1
 * @param yaw how far the head is turned, -1 (its right) to 1 (its left); 0 is frontal, or unknown
 *     without landmarks
 * @param overall everything above in one figure, 0..1, for choosing the best shot
 * @param judgeable whether the face passed the quality gate; a face that did not must never be
 *     given a name
 */
public record FaceQuality(
    float size, float sharpness, float score, float yaw, float overall, boolean judgeable) {}
