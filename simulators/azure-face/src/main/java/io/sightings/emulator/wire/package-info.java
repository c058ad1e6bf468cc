/**
 * Requests and answers of the emulated API as values.
 *
 * <p>No state.
 */
@NullMarked
package io.sightings.emulator.wire;

import org.jspecify.annotations.NullMarked;
