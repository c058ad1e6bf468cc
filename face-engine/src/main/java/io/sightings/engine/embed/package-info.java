/**
 * Makes an embedding from an aligned crop.
 *
 * <p>Compares no embeddings: the gallery does.
 */
package io.sightings.engine.embed;
