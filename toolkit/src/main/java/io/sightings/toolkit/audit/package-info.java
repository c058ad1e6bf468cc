/**
 * Compares the closed sightings of the topic with those of the files.
 *
 * <p>Repairs nothing.
 */
package io.sightings.toolkit.audit;
