package io.sightings.job.scene;

import io.sightings.contract.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * A face as the engine found it in a drawn picture.
 *
 * @param embedding null if the face is not judgeable
 */
record ObservedFace(FaceBox box, float quality, boolean judgeable, float @Nullable [] embedding) {}
