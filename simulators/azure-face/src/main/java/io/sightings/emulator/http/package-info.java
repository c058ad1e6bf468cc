/**
 * The HTTP server of the emulator and its administration.
 *
 * <p>Knows no face.
 */
package io.sightings.emulator.http;
