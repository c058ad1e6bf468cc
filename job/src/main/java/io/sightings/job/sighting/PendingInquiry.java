package io.sightings.job.sighting;

import io.sightings.contract.Sighting.BestShot;
import org.jspecify.annotations.Nullable;

/**
 * A question about a visitor that has no answer yet.
 *
 * @param id of the question
 * @param track of the face
 * @param shot the face; null where it was not compared
 */
public record PendingInquiry(String id, String track, @Nullable BestShot shot) {}
