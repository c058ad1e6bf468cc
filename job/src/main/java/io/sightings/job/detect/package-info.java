/**
 * Second stage: finds the faces of a frame.
 *
 * <p>The only stage that sees pixels; keeps no state.
 */
package io.sightings.job.detect;
