/**
 * Finds thresholds from similarities of known pairs.
 *
 * <p>Sees numbers only, no pictures.
 */
@NullMarked
package io.sightings.engine.calibrate;

import org.jspecify.annotations.NullMarked;
