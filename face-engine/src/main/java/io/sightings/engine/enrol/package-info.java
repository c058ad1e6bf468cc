/**
 * Judges whether a photo may stand for a person.
 *
 * <p>Stores nothing.
 */
package io.sightings.engine.enrol;
