/**
 * Options of the face engine that several commands share.
 *
 * <p>Loads no model.
 */
@NullMarked
package io.sightings.cli.engine;

import org.jspecify.annotations.NullMarked;
