package io.sightings.ingest.http.upload;

import org.jspecify.annotations.Nullable;

/**
 * What the ingestor as a whole says of itself, without credentials.
 *
 * @param version of the product
 * @param ready whether it can do its work now
 * @param reason why it cannot, in one sentence; null where it can
 * @param kafka the state of the way to Kafka in words, such as "reachable"
 */
public record ServiceStatus(String version, boolean ready, @Nullable String reason, String kafka) {}
