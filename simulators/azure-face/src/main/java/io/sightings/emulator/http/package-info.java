/**
 * The HTTP server of the emulator and its administration.
 *
 * <p>Knows no face.
 */
@NullMarked
package io.sightings.emulator.http;

import org.jspecify.annotations.NullMarked;
