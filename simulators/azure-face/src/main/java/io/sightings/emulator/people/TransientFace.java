package io.sightings.emulator.people;

import java.time.Instant;

/**
 * A face that detect has seen.
 *
 * @param feature null where the face could not be judged: it is like nobody
 * @param recognitionModel that the caller asked for
 * @param expires when it is forgotten
 */
public record TransientFace(float[] feature, String recognitionModel, Instant expires) {}
