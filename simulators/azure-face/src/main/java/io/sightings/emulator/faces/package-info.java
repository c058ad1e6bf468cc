/**
 * What the emulated service says about a face.
 *
 * <p>Uses the local engine to find and compare faces.
 */
@NullMarked
package io.sightings.emulator.faces;

import org.jspecify.annotations.NullMarked;
