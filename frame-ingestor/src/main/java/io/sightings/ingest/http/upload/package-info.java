/**
 * Pictures and videos that come by HTTP. For any input, no more is held in memory than {@code
 * server.parallel} pictures being received and as many on their way to Kafka.
 */
@NullMarked
package io.sightings.ingest.http.upload;

import org.jspecify.annotations.NullMarked;
