/**
 * The operations of the emulated REST API.
 *
 * <p>No HTTP types.
 */
package io.sightings.emulator.operations;
