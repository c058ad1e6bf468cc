/**
 * Draws people who do not exist.
 *
 * <p>Knows no scene.
 */
@NullMarked
package io.sightings.scenes.person;

import org.jspecify.annotations.NullMarked;
