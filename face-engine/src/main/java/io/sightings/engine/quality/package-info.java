/**
 * Measures pose, size and sharpness, and applies the quality gate.
 *
 * <p>Names nobody.
 */
@NullMarked
package io.sightings.engine.quality;

import org.jspecify.annotations.NullMarked;
