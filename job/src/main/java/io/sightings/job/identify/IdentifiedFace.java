package io.sightings.job.identify;

import io.sightings.contract.Sighting.FaceBox;

/**
 * A face that may have been compared with the gallery.
 *
 * @param track the track it belongs to
 * @param box in pixels of the frame
 * @param quality overall, 0..1
 * @param identification null if it was not worth asking
 */
public record IdentifiedFace(
    String track, FaceBox box, float quality, Identification identification) {}
