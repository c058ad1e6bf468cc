/**
 * Runs blocking work beside the task thread, in order and within bounds.
 *
 * <p>Knows no frame.
 */
package io.sightings.job.work;
