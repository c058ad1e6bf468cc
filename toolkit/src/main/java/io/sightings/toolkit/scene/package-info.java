/**
 * The drawn scene of the demo, and the comparison of sightings with its truth.
 *
 * <p>Starts no process.
 */
@NullMarked
package io.sightings.toolkit.scene;

import org.jspecify.annotations.NullMarked;
