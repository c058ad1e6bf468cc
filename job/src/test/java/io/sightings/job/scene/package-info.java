/**
 * Drawn scenes at several frame rates, through detection, tracking, identification and the rules of
 * a visit, without Kafka.
 */
package io.sightings.job.scene;
