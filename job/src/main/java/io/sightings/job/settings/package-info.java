/**
 * The typed settings of the job, validated at start.
 *
 * <p>No Flink types.
 */
@NullMarked
package io.sightings.job.settings;

import org.jspecify.annotations.NullMarked;
