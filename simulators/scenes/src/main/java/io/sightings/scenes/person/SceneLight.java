package io.sightings.scenes.person;

/**
 * The light on a person.
 *
 * @param level 1 is the usual brightness
 * @param side where it comes from, -1 (left) to 1 (right)
 */
public record SceneLight(double level, double side) {}
