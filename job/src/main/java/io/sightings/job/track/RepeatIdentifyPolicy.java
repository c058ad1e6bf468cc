package io.sightings.job.track;

/**
 * A request about a person who is not in the frame any more.
 *
 * @param question its id
 * @param track they were seen as
 */
public record RepeatIdentifyPolicy(String question, String track) {}
