/**
 * Tells whether something moves between two pictures.
 *
 * <p>Keeps no picture, only a small grid of brightness.
 */
@NullMarked
package io.sightings.ingest.motion;

import org.jspecify.annotations.NullMarked;
