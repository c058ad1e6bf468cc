package io.sightings.engine.calibrate;

/**
 * Two faces that were compared.
 *
 * @param similarity their cosine
 * @param same whether they are of one person
 */
public record Pair(float similarity, boolean same) {}
