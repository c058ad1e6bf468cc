/**
 * Finds thresholds from similarities of known pairs.
 *
 * <p>Sees numbers only, no pictures.
 */
package io.sightings.engine.calibrate;
