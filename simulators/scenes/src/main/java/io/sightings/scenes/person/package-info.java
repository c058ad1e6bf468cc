/**
 * Draws people who do not exist.
 *
 * <p>Knows no scene.
 */
package io.sightings.scenes.person;
