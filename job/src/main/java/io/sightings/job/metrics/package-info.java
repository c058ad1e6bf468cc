/** What the stages count and time. */
@NullMarked
package io.sightings.job.metrics;

import org.jspecify.annotations.NullMarked;
