/**
 * Lists, fetches and locates model files.
 *
 * <p>Runs no model.
 */
package io.sightings.cli.models;
