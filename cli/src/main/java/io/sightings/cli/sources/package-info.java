/**
 * Checks the sources of a settings file before they are used.
 *
 * <p>Publishes no frame.
 */
@NullMarked
package io.sightings.cli.sources;

import org.jspecify.annotations.NullMarked;
