package io.sightings.engine.calibrate;

/**
 * Two faces that were compared.
 *
 * @param similarity their cosine
 * @param same whether they are of one person
 */
public record ComparedPair(float similarity, boolean same) {}
