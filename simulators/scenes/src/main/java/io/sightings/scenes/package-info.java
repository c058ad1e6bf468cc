/**
 * Drawn scenes with their truth: who is seen when.
 *
 * <p>Knows nothing of the product.
 */
package io.sightings.scenes;
