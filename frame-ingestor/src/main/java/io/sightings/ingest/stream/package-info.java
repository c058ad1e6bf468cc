/**
 * Reads the video of a camera or another live stream, with its clock and failures.
 *
 * <p>Does not reconnect: the live package does.
 */
@NullMarked
package io.sightings.ingest.stream;

import org.jspecify.annotations.NullMarked;
