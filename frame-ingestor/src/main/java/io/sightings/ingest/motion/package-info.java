/**
 * Tells whether something moves between two pictures.
 *
 * <p>Keeps no picture, only a small grid of brightness.
 */
package io.sightings.ingest.motion;
