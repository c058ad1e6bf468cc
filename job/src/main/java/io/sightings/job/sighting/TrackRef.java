package io.sightings.job.sighting;

/**
 * A track that belongs to a visit.
 *
 * @param id the track
 * @param seen its last face, in milliseconds of the source's clock
 */
public record TrackRef(String id, long seen) {}
