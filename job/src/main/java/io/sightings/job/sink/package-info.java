/**
 * Writes sightings, alerts and rejected frames to Kafka and to files.
 *
 * <p>Changes no decision, only makes records fit their topic.
 */
package io.sightings.job.sink;
