/**
 * The catalogue of models, their files, hashes and downloads.
 *
 * <p>Runs no model.
 */
@NullMarked
package io.sightings.engine.model;

import org.jspecify.annotations.NullMarked;
