package io.sightings.engine.azure.identify;

import io.sightings.engine.Box;
import io.sightings.engine.azure.client.models.FaceAttributes;
import java.time.Instant;

/**
 * A face the service found.
 *
 * @param box in pixels of the picture sent
 * @param landmarks as in {@link io.sightings.engine.DetectedFace#landmarks()}; null where not asked
 *     for
 * @param attributes null where the service tells none
 * @param faceId by which the same resource can be asked about it for a while; null where it has
 *     none
 * @param resource that found it
 * @param found when, at the earliest
 */
public record AzureFace(
    Box box,
    float[] landmarks,
    FaceAttributes attributes,
    String faceId,
    String resource,
    Instant found) {}
