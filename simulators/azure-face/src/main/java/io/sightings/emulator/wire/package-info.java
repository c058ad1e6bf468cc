/**
 * Requests and answers of the emulated API as values.
 *
 * <p>No state.
 */
package io.sightings.emulator.wire;
