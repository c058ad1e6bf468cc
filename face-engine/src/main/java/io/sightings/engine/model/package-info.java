/**
 * The catalogue of models, their files, hashes and downloads.
 *
 * <p>Runs no model.
 */
package io.sightings.engine.model;
