/**
 * Third stage: follows faces from frame to frame and picks those worth identifying.
 *
 * <p>Geometry and time only; no embeddings.
 */
package io.sightings.job.track;
