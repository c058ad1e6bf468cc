/**
 * The typed settings of the job, validated at start.
 *
 * <p>No Flink types.
 */
package io.sightings.job.settings;
