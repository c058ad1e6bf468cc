/**
 * A decoded picture: its shape, orientation, masks, cuts and filters.
 *
 * <p>Reads no file and no stream.
 */
@NullMarked
package io.sightings.ingest.picture;

import org.jspecify.annotations.NullMarked;
