/**
 * Reads the video of a camera or another live stream, with its clock and failures.
 *
 * <p>Does not reconnect: the live package does.
 */
package io.sightings.ingest.stream;
