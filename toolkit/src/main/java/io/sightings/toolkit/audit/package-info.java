/**
 * Compares the closed sightings of the topic with those of the files.
 *
 * <p>Repairs nothing.
 */
@NullMarked
package io.sightings.toolkit.audit;

import org.jspecify.annotations.NullMarked;
