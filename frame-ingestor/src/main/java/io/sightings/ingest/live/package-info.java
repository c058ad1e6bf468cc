/**
 * Follows cameras and other streams day and night: none delays another, and each comes back. How a
 * stream is decoded does not enter.
 */
@NullMarked
package io.sightings.ingest.live;

import org.jspecify.annotations.NullMarked;
