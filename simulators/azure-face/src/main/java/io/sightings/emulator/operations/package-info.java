/**
 * The operations of the emulated REST API.
 *
 * <p>No HTTP types.
 */
@NullMarked
package io.sightings.emulator.operations;

import org.jspecify.annotations.NullMarked;
