/**
 * Reads the video of a recorded file, picture by picture, with its times.
 *
 * <p>No network.
 */
@NullMarked
package io.sightings.ingest.file;

import org.jspecify.annotations.NullMarked;
