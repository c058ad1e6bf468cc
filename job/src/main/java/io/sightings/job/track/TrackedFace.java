package io.sightings.job.track;

import io.sightings.job.detect.SeenFace;

/**
 * A face that belongs to a track.
 *
 * @param track the track's id
 * @param face the face; its crop is kept only where it is to be identified
 * @param identify whether it is worth identifying
 */
public record TrackedFace(String track, SeenFace face, boolean identify) {}
