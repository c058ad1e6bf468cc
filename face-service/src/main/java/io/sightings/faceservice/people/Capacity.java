package io.sightings.faceservice.people;

/**
 * How much a resource holds.
 *
 * @param groups large person groups
 * @param people of one group
 * @param faces of one person
 */
public record Capacity(int groups, int people, int faces) {}
