/**
 * Finds faces and their landmarks in a decoded picture.
 *
 * <p>Knows no identity.
 */
@NullMarked
package io.sightings.engine.detect;

import org.jspecify.annotations.NullMarked;
