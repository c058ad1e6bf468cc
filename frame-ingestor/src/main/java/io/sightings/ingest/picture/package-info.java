/**
 * A decoded picture: its shape, orientation, masks, cuts and filters.
 *
 * <p>Reads no file and no stream.
 */
package io.sightings.ingest.picture;
