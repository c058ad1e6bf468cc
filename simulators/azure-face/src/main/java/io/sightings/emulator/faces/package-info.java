/**
 * What the emulated service says about a face.
 *
 * <p>Uses the local engine to find and compare faces.
 */
package io.sightings.emulator.faces;
