/**
 * Answers of the HTTP servers, and errors as RFC 9457 problem details.
 *
 * <p>Knows no upload.
 */
@NullMarked
package io.sightings.ingest.http.answer;

import org.jspecify.annotations.NullMarked;
