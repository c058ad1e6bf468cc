/**
 * Fetches model files into the user's cache, converts and verifies them. For commands of a person
 * at this machine: a job never fetches.
 *
 * <p>Runs no model.
 */
@NullMarked
package io.sightings.engine.model.fetch;

import org.jspecify.annotations.NullMarked;
