/**
 * Records the calls that the emulator received.
 *
 * <p>Answers no call.
 */
@NullMarked
package io.sightings.emulator.calls;

import org.jspecify.annotations.NullMarked;
