/**
 * Finds the threshold of an embedder from pairs of photos.
 *
 * <p>Computes nothing about faces itself: the face engine does.
 */
@NullMarked
package io.sightings.cli.calibrate;

import org.jspecify.annotations.NullMarked;
