/**
 * Records the calls that the emulator received.
 *
 * <p>Answers no call.
 */
package io.sightings.emulator.calls;
