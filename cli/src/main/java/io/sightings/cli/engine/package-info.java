/**
 * Options of the face engine that several commands share.
 *
 * <p>Loads no model.
 */
package io.sightings.cli.engine;
