/**
 * Turns a face upright and crops it to the size that embedders expect.
 *
 * <p>Needs landmarks; finds none.
 */
package io.sightings.engine.align;
