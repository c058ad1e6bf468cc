/**
 * Holds the templates of known people and finds the best match exactly.
 *
 * <p>No pictures, no I/O.
 */
package io.sightings.engine.gallery;
