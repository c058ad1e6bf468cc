/**
 * Reads the video of a recorded file, picture by picture, with its times.
 *
 * <p>No network.
 */
package io.sightings.ingest.file;
