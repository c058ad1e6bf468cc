/**
 * Runs the ingestor as a command: once over files, or as a daemon.
 *
 * <p>Reads no video itself: the frame-ingestor does.
 */
@NullMarked
package io.sightings.cli.ingest;

import org.jspecify.annotations.NullMarked;
