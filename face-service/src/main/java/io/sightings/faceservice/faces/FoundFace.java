package io.sightings.faceservice.faces;

import io.sightings.engine.Box;
import io.sightings.engine.Quality;

/**
 * A face of a picture.
 *
 * @param box pixels of the picture
 * @param landmarks five points as {@link io.sightings.engine.DetectedFace#landmarks()} has them;
 *     where the detector gives none, where they usually lie in such a box
 * @param measured whether the landmarks were found on the face
 * @param quality how well it can be judged
 * @param crop the aligned face; null where it cannot be judged: such a face is like nobody
 */
public record FoundFace(
    Box box, float[] landmarks, boolean measured, Quality quality, byte[] crop) {}
