/**
 * Turns a face upright and crops it to the size that embedders expect.
 *
 * <p>Needs landmarks; finds none.
 */
@NullMarked
package io.sightings.engine.align;

import org.jspecify.annotations.NullMarked;
