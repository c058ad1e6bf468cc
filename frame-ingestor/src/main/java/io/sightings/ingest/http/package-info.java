/**
 * The ingestor's HTTP servers: uploads on one, health and metrics on the other. Every error is an
 * RFC 9457 problem.
 */
@NullMarked
package io.sightings.ingest.http;

import org.jspecify.annotations.NullMarked;
