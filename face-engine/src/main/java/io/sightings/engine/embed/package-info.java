/**
 * Makes an embedding from an aligned crop.
 *
 * <p>Compares no embeddings: the gallery does.
 */
@NullMarked
package io.sightings.engine.embed;

import org.jspecify.annotations.NullMarked;
