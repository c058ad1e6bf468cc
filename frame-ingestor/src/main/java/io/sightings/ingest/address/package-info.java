/**
 * Addresses of streams and the secrets in them.
 *
 * <p>Opens no stream.
 */
package io.sightings.ingest.address;
