package io.sightings.emulator.people;

/**
 * How much a resource holds.
 *
 * @param groups large person groups
 * @param people of one group
 * @param faces of one person
 */
public record ResourceCapacity(int groups, int people, int faces) {}
