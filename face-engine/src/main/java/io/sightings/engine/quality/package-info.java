/**
 * Measures pose, size and sharpness, and applies the quality gate.
 *
 * <p>Identifies no one.
 */
@NullMarked
package io.sightings.engine.quality;

import org.jspecify.annotations.NullMarked;
