/**
 * Decodes pictures within bounds and encodes small ones.
 *
 * <p>Checks of headers are in contract.image.
 */
package io.sightings.engine.image;
