/**
 * Addresses of streams and the secrets in them.
 *
 * <p>Opens no stream.
 */
@NullMarked
package io.sightings.ingest.address;

import org.jspecify.annotations.NullMarked;
