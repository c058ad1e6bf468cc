/** What the stages count and time. */
package io.sightings.job.metrics;
