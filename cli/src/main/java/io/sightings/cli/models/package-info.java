/**
 * Lists, fetches and locates model files.
 *
 * <p>Runs no model.
 */
@NullMarked
package io.sightings.cli.models;

import org.jspecify.annotations.NullMarked;
