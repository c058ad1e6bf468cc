/**
 * Verifies the servers of streams by their certificates, as FFmpeg's own TLS does not. What a
 * stream holds does not enter.
 */
@NullMarked
package io.sightings.ingest.tls;

import org.jspecify.annotations.NullMarked;
