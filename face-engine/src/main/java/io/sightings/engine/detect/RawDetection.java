package io.sightings.engine.detect;

import io.sightings.contract.FaceBox;

/**
 * A face as the detector reports it, in pixels of the picture it was given.
 *
 * @param box around it
 * @param points five points to align it by, as in {@link
 *     io.sightings.engine.DetectedFace#landmarks()}
 * @param measured whether the points were found on the face; else they are where they usually lie
 *     in such a box
 * @param score 0..1
 */
public record RawDetection(FaceBox box, float[] points, boolean measured, float score) {}
