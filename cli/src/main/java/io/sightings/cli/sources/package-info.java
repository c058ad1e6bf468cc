/**
 * Checks the sources of a settings file before they are used.
 *
 * <p>Publishes no frame.
 */
package io.sightings.cli.sources;
