/**
 * Finds faces and their landmarks in a decoded picture.
 *
 * <p>Knows no identity.
 */
package io.sightings.engine.detect;
