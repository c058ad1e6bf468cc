package io.sightings.job.detect;

import io.sightings.contract.Sighting.FaceBox;

/**
 * A face with some of what is around it, as an identification service takes it.
 *
 * @param jpeg the picture
 * @param face where the face is in it, in pixels
 */
public record FacePicture(byte[] jpeg, FaceBox face) {}
