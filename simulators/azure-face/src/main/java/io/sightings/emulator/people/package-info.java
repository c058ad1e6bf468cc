/**
 * Person groups, their people and faces, and training.
 *
 * <p>No HTTP types.
 */
package io.sightings.emulator.people;
