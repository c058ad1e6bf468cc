/**
 * Addresses of streams, the secrets in them, and the rules of TLS.
 *
 * <p>Opens no stream.
 */
package io.sightings.ingest.address;
