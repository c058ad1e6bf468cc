package io.sightings.job.sighting;

import java.util.List;

/**
 * A person without a name who was here before.
 *
 * @param id "unknown-" and the first sighting's id
 * @param looks what they looked like
 * @param seen when they were last seen, in milliseconds of the source's clock
 */
public record KnownStranger(String id, List<FaceEmbedding> looks, long seen) {}
