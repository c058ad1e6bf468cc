/**
 * Finds the threshold of an embedder from pairs of photos.
 *
 * <p>Computes nothing about faces itself: the face engine does.
 */
package io.sightings.cli.calibrate;
