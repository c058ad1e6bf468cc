package io.sightings.emulator.faces;

import io.sightings.contract.FaceBox;
import io.sightings.engine.FaceQuality;
import org.jspecify.annotations.Nullable;

/**
 * A face of a picture.
 *
 * @param box pixels of the picture
 * @param landmarks five points as {@link io.sightings.engine.DetectedFace#landmarks()} has them;
 *     where the detector gives none, where they usually lie in such a box
 * @param measured whether the landmarks were found on the face
 * @param quality how well it can be judged
 * @param crop the aligned face, where it can be judged: no other face is compared
 */
public record EmulatedFace(
    FaceBox box,
    float[] landmarks,
    boolean measured,
    FaceQuality quality,
    byte @Nullable [] crop) {}
