/**
 * Measures pose, size and sharpness, and applies the quality gate.
 *
 * <p>Names nobody.
 */
package io.sightings.engine.quality;
