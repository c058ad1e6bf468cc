/**
 * Faults and quirks of the emulated service, drawn from a seed.
 *
 * <p>Knows no operation.
 */
package io.sightings.emulator.fault;
