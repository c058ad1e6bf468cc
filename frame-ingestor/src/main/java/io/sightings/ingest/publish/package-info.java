/**
 * Publishes frames to Kafka: in order, each arriving or its source failing. Where frames come from
 * does not enter.
 */
@NullMarked
package io.sightings.ingest.publish;

import org.jspecify.annotations.NullMarked;
