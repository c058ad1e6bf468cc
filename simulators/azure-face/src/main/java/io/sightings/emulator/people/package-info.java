/**
 * Person groups, their people and faces, and training.
 *
 * <p>No HTTP types.
 */
@NullMarked
package io.sightings.emulator.people;

import org.jspecify.annotations.NullMarked;
