/**
 * Faults and quirks of the emulated service, drawn from a seed.
 *
 * <p>Knows no operation.
 */
@NullMarked
package io.sightings.emulator.fault;

import org.jspecify.annotations.NullMarked;
