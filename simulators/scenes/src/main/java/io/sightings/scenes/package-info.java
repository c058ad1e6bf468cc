/**
 * Drawn scenes with their truth: who is seen when.
 *
 * <p>Knows nothing of the product.
 */
@NullMarked
package io.sightings.scenes;

import org.jspecify.annotations.NullMarked;
