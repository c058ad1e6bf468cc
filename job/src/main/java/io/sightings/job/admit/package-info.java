/**
 * First stage: decodes records of the frames topic and rejects malformed, repeated and out-of-order
 * frames.
 *
 * <p>Looks at headers only, never at pixels.
 */
package io.sightings.job.admit;
