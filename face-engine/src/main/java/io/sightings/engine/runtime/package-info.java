/**
 * Loads detector and embedder and shares them within the JVM.
 *
 * <p>The only package that knows every implementation.
 */
package io.sightings.engine.runtime;
