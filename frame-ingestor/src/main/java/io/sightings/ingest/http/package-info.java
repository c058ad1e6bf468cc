/** The ingestor's HTTP server: uploads, health, metrics. Every error is an RFC 9457 problem. */
package io.sightings.ingest.http;
