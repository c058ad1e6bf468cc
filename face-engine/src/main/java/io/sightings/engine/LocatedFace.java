package io.sightings.engine;

import io.sightings.contract.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * A face that was found elsewhere.
 *
 * @param box in pixels of the original picture, after its EXIF rotation
 * @param landmarks as in {@link DetectedFace#landmarks()}; null where unknown
 * @param score how sure the finder is, 0..1; 1 where it does not say
 */
public record LocatedFace(FaceBox box, float @Nullable [] landmarks, float score) {}
